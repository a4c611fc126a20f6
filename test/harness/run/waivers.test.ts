import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FailureStore } from '../../../harness/engine/failures/failure-store.ts'
import type { VerifyOptions } from '../../../harness/engine/plan.ts'
import { exitCodeOf } from '../../../harness/report/record/run-report.ts'
import { verify } from '../../../harness/run/verify.ts'
import { verifyOptions } from '../../support/made-options.ts'
import { madeWaiver } from '../../support/made-waiver.ts'

/** Its `is_async` says "true". */
const BROKEN = 'test/harness/cli/fixtures/text-for-boolean.ts'
const LAST_DAY = '2026-11-24'
const waiver = madeWaiver({ clause: 'MODE-1', method: 'is_async', expires: LAST_DAY })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Verifies one clause of a connector on a day. */
async function run(specifier: string, day: string, change: Partial<VerifyOptions> = {}) {
  const report = await verify(
    verifyOptions({
      target: { kind: 'module', specifier, from: process.cwd() },
      only: ['MODE-1'],
      profile: 'quick',
      waivers: [waiver],
      ...change,
    }),
    { planned: () => undefined, finished: () => undefined },
    () => new Date(`${day}T23:59:59Z`),
  )
  const outcome = report.clauses.find(({ clause }) => clause === 'MODE-1')?.outcome
  return { report, outcome, states: report.waivers?.map(({ state }) => state) }
}

it('what is waived does not fail the run, and is kept as any failure', async () => {
  const failures = new FailureStore(folder)
  const { report, outcome, states } = await run(BROKEN, LAST_DAY, { failures })
  expect({ outcome, states, exitCode: exitCodeOf(report) }).toEqual({
    outcome: 'waived',
    states: ['used'],
    exitCode: 0,
  })
  expect(report.violations).toMatchObject([{ clause: 'MODE-1', waiver }])
  const { failures: kept } = await failures.read()
  expect(kept.map(({ id }) => id)).toEqual(report.violations.map(({ id }) => id))
})

it('on the day after, the violation fails the run, and the waiver has expired', async () => {
  const { report, outcome, states } = await run(BROKEN, '2026-11-25')
  expect({ outcome, states, exitCode: exitCodeOf(report) }).toEqual({
    outcome: 'violated',
    states: ['expired'],
    exitCode: 1,
  })
  expect(report.violations).toMatchObject([{ clause: 'MODE-1' }])
  expect(report.violations[0]).not.toHaveProperty('waiver')
})

it('what has been mended leaves a stale waiver, which fails the run; what was left out does not', async () => {
  const waivers = [madeWaiver({ clause: 'LIFE-10' }), madeWaiver({ clause: 'PAGE-1' })]
  const { report, states } = await run('abc', LAST_DAY, { only: ['LIFE-10'], waivers })
  expect({ states, exitCode: exitCodeOf(report) }).toEqual({
    states: ['stale', 'untried'],
    exitCode: 1,
  })
})

it('what holds of every answer leaves no stale waiver where not every check ran', async () => {
  const waivers = [madeWaiver({ clause: 'ENV-2' })]
  const { report, states } = await run('abc', LAST_DAY, { only: ['ENV-2'], runs: 1, waivers })
  expect({ states, exitCode: exitCodeOf(report) }).toEqual({
    states: ['untried'],
    exitCode: 0,
  })
})

it('a run of less than usual calls nothing stale', async () => {
  const { report, states } = await run('abc', LAST_DAY, { runs: 1 })
  expect({ states, exitCode: exitCodeOf(report) }).toEqual({ states: ['untried'], exitCode: 0 })
})
