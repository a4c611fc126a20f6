import { describe, expect, it } from 'vitest'
import { TargetError } from '../../../harness/errors.ts'
import { exitCodeOf } from '../../../harness/report/record/run-report.ts'
import { verify } from '../../../harness/run/verify.ts'
import { verifyOptions } from '../../support/made-options.ts'

const SILENT = { planned: () => undefined, finished: () => undefined }
const connector = { kind: 'module', specifier: 'abc', from: process.cwd() } as const

describe('verify', { timeout: 120_000 }, () => {
  it('tells of the plan, then of each check as it ends, and gives the record of the run', async () => {
    const told: string[] = []
    const options = verifyOptions({ target: connector, only: ['MODE'], runs: 2 })
    const report = await verify(options, {
      planned: ({ checks }) => told.push(`planned ${checks.join(', ')}`),
      finished: (check, { state }) => told.push(`${check} ${state}`),
    })
    expect(told[0]).toBe('planned MODE-1, MODE-2 asynchronous, MODE-3')
    expect(told.slice(1).sort()).toEqual(['MODE-1 held', 'MODE-2 asynchronous held', 'MODE-3 held'])
    expect(exitCodeOf(report)).toBe(0)
  })

  it('ends at a module that asks another API, and says what it asks', async () => {
    const target = { ...connector, specifier: 'test/harness/run/fixtures/asks-another-api.ts' }
    const run = verify(verifyOptions({ target, runs: 2 }), SILENT)
    await expect(run).rejects.toThrow(TargetError)
    await expect(run).rejects.toThrow(
      'this connector asks `GET /v2/health` and `POST /v2/find`; those are no operations of ABC Security Monitor',
    )
  })

  it('says of a module that refuses by itself what it answers', async () => {
    const target = { ...connector, specifier: 'test/harness/run/fixtures/refuses-all.ts' }
    const said: string[] = []
    const report = await verify(verifyOptions({ target, only: ['ENV-1'], runs: 2 }), {
      ...SILENT,
      said: (line) => said.push(line),
    })
    expect(said).toEqual([
      expect.stringMatching(/^note: its first call refuses: \w+ answers .*unexpected member: port/),
    ])
    expect(report.trouble).toEqual([expect.stringMatching(/^nothing arrived: no call made/)])
  })

  it('leaves the exit code of its own process to its caller', async () => {
    const target = { ...connector, specifier: 'test/harness/cli/fixtures/text-for-boolean.ts' }
    const before = process.exitCode
    const report = await verify(verifyOptions({ target, only: ['MODE-1'] }), {
      planned: () => undefined,
      finished: () => undefined,
    })
    expect(exitCodeOf(report)).toBe(1)
    expect(process.exitCode).toBe(before)
  })
})
