import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { exitCodeOf } from '../../../harness/report/record/run-report.ts'
import { verify } from '../../../harness/run/verify.ts'
import { verifyOptions } from '../../support/made-options.ts'

const FIXTURE = 'test/harness/run/fixtures/writes-its-memory.ts'
const MOST_MEGABYTES = 512

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

it('answers of a hundred megabytes are a violation, and their process stays below 512 MB', {
  timeout: 300_000,
}, async () => {
  const file = join(folder, 'peak')
  vi.stubEnv('CONNECTOR_CONTRACT_TEST_PEAK_FILE', file)
  const target = { kind: 'module', specifier: FIXTURE, from: process.cwd() } as const
  const options = verifyOptions({
    target,
    only: ['PAGE-1'],
    runs: 1,
    jobs: 1,
  })
  const report = await verify(options, { planned: () => undefined, finished: () => undefined })
  expect(exitCodeOf(report)).toBe(1)
  expect(report.trouble).toEqual([])
  expect(Number(await readFile(file, 'utf8'))).toBeLessThan(MOST_MEGABYTES)
})
