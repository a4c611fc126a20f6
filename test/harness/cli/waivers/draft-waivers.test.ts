import { describe, expect, it } from 'vitest'
import type { Method } from '../../../../contracts/method.ts'
import { Waiver } from '../../../../contracts/waiver.ts'
import { draftWaivers } from '../../../../harness/cli/waivers/draft-waivers.ts'
import type { ReportedViolation, RunReport } from '../../../../harness/report/record/run-report.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'
import { madeWaiver } from '../../../support/made-waiver.ts'
import { realReport } from '../../../support/real-report.ts'

const TODAY = '2026-11-24'

/** A violation of PAGE-1 by a call of this method. */
const by = (method: Method, change: Partial<ReportedViolation> = {}) => {
  const [call] = madeViolation().transcript
  return madeViolation({ transcript: call === undefined ? [] : [{ ...call, method }], ...change })
}

/** A run in which calls of these methods broke PAGE-1, of which the check shows one. */
function runWith(
  violations: readonly ReportedViolation[],
  broken: readonly Method[] = [],
  change: Partial<RunReport> = {},
) {
  const clauses = broken.map((method) => {
    return { clause: 'PAGE-1' as const, method, tried: 3, held: 2, violated: 1 }
  })
  return madeReport({ violations, coverage: { clauses, faults: [], codes: [] }, ...change })
}

const scopes = (...runs: readonly RunReport[]) =>
  draftWaivers(runs, TODAY).map(({ clause, method }) => [clause, method])

describe('what is drafted', () => {
  it('is a waiver for the clause and the method, for 90 days, that is refused until it is filled in', () => {
    const [draft, ...others] = draftWaivers([runWith([by('results')])], TODAY)
    expect(draft).toEqual({
      ...{ clause: 'PAGE-1', method: 'results' },
      ...{ reason: '', issue: '', owner: '', expires: '2027-02-22' },
    })
    expect(others).toEqual([])
    expect(Waiver.safeParse(draft).error?.issues.map(({ message }) => message)).toEqual([
      'fill in the reason',
      'fill in the address of the issue',
      'fill in the owner',
    ])
    const { reason, issue, owner } = madeWaiver()
    expect(Waiver.safeParse({ ...draft, reason, issue, owner }).success).toBe(true)
  })

  it('is one for each method that was seen to break the clause, and not only the one that is shown', () => {
    expect(scopes(runWith([by('status')], ['status', 'results']))).toEqual([
      ['PAGE-1', 'status'],
      ['PAGE-1', 'results'],
    ])
  })

  it('is one for the whole clause where no call was made', () => {
    expect(scopes(runWith([madeViolation({ transcript: [] })]))).toEqual([['PAGE-1', undefined]])
  })

  it('is said once for several checks and connectors', () => {
    const violations = [by('results'), by('results', { check: 'PAGE-1 fields' })]
    expect(scopes(runWith(violations), runWith(violations))).toEqual([['PAGE-1', 'results']])
  })

  it('is nothing for what is waived, nor for a SHOULD, unless --strict asks for it', () => {
    const waived = by('results', { waiver: madeWaiver({ method: 'results' }) })
    expect(scopes(runWith([waived], ['results']))).toEqual([])
    expect(scopes(runWith([by('status'), waived], ['status', 'results']))).toEqual([
      ['PAGE-1', 'status'],
    ])
    const should = [by('results', { level: 'SHOULD' })]
    expect(scopes(runWith(should))).toEqual([])
    expect(scopes(runWith(should, [], { strict: true }))).toEqual([['PAGE-1', 'results']])
  })
})

it('with the drafts filled in, a broken connector of this project passes, and fails without them', {
  timeout: 60_000,
}, async () => {
  const connector = 'test/broken/errors/err-1-code-read-from-the-message.ts'
  const only = ['ERR-1', 'MODE-1']
  const before = await realReport(connector, only)
  const outcome = ({ clauses }: RunReport) =>
    clauses.find(({ clause }) => clause === 'ERR-1')?.outcome
  expect(outcome(before)).toBe('violated')
  const { reason, issue, owner } = madeWaiver()
  const waivers = draftWaivers([before], TODAY).map((draft) => ({
    ...{ ...draft, reason, issue, owner },
  }))
  expect(waivers.length).toBeGreaterThan(0)
  const after = await realReport(connector, only, { waivers })
  expect(outcome(after)).toBe('waived')
  expect(after.waivers?.map(({ state }) => state)).toEqual(waivers.map(() => 'used'))
  const late = await realReport(connector, only, { waivers, today: '2027-02-23' })
  expect(outcome(late)).toBe('violated')
  expect(late.waivers?.every(({ state }) => state === 'expired')).toBe(true)
})
