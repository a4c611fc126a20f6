import { describe, expect, it, vi } from 'vitest'
import type { Waiver } from '../../../../../contracts/waiver.ts'
import type { Coverage } from '../../../../../harness/engine/found/coverage.ts'
import type { CheckResult } from '../../../../../harness/engine/found/result.ts'
import { defineCheck } from '../../../../../harness/kit/define-check.ts'
import { composeReport } from '../../../../../harness/report/record/compose-report.ts'
import type { RunOutcome } from '../../../../../harness/report/record/run-outcome.ts'
import { exitCodeOf } from '../../../../../harness/report/record/run-report.ts'
import { madePlan, verifyOptions } from '../../../../support/made-options.ts'
import { madeViolation } from '../../../../support/made-report.ts'
import { madeWaiver } from '../../../../support/made-waiver.ts'

/** PAGE-1 has a check of its MUST and one of its SHOULD; no other clause has any. */
vi.mock('../../../../../harness/checks/index.ts', () => {
  const toy = { claim: 'it holds', cases: () => [1], run: async () => {} }
  return {
    CHECKS: [
      defineCheck({ ...toy, clause: 'PAGE-1' }),
      defineCheck({ ...toy, clause: 'PAGE-1', aspect: 'fields', level: 'SHOULD' }),
    ],
  }
})

const MUST = 'PAGE-1'
const SHOULD = 'PAGE-1 fields'
const held: CheckResult = { state: 'held', cases: 5 }
const violation = (check: string) =>
  madeViolation({ check, level: check === MUST ? 'MUST' : 'SHOULD' })
const violated = (check: string, by?: readonly number[]): CheckResult => ({
  state: 'violated',
  cases: 2,
  violation: violation(check),
  ...(by === undefined ? {} : { waived: [{ violation: violation(check), by }] }),
})
const waived = (check: string, ...by: readonly number[]): CheckResult => ({
  state: 'waived',
  cases: 2,
  waived: [{ violation: violation(check), by }],
})

/** A call of `results`, and one under a fault. */
const resultsTried: Coverage = {
  methods: [{ method: 'results', tried: 3, held: 3, violated: 0 }],
  faults: [{ fault: 'hang', method: 'status', tried: 1, held: 1, violated: 0 }],
  codes: [],
}

type Results = Readonly<Record<string, CheckResult>>

/** The report of a run on 24 November 2026 that was given these waivers. */
function reportOf(
  results: Results,
  waivers: readonly Waiver[],
  change: Partial<RunOutcome> = {},
  today = '2026-11-24',
) {
  return composeReport({
    plan: madePlan({
      checks: Object.keys(results),
      waivers: waivers.filter(({ expires }) => expires >= today),
    }),
    options: verifyOptions({ waivers }),
    location: '.',
    results: new Map(Object.entries(results)),
    coverage: new Map([[MUST, resultsTried]]),
    checkMilliseconds: new Map(),
    trouble: [],
    rounds: 1,
    started: new Date(0),
    today,
    milliseconds: 7,
    tool: 'connector-contract 0.0.0',
    again: (clause) => `again ${clause}`,
    ...change,
  })
}

const outcomeOf = ({ clauses }: ReturnType<typeof reportOf>) =>
  clauses.find(({ clause }) => clause === 'PAGE-1')?.outcome
const stateOf = (report: ReturnType<typeof reportOf>) => report.waivers?.map(({ state }) => state)
/** What becomes of one waiver of a run that gave these results. */
const fateOf = (results: Results, waiver = madeWaiver(), change: Partial<RunOutcome> = {}) =>
  stateOf(reportOf(results, [waiver], change))?.[0]

describe('a clause', () => {
  it('is waived where all that breaks it is, its SHOULD too', () => {
    const both = { [MUST]: waived(MUST, 0), [SHOULD]: waived(SHOULD, 0) }
    expect(outcomeOf(reportOf(both, [madeWaiver()]))).toBe('waived')
    expect(outcomeOf(reportOf({ [MUST]: waived(MUST, 0), [SHOULD]: held }, [madeWaiver()]))).toBe(
      'waived',
    )
  })

  it('is violated where anything that breaks its MUST is not', () => {
    const report = reportOf({ [MUST]: violated(MUST, [0]), [SHOULD]: waived(SHOULD, 0) }, [
      madeWaiver({ method: 'results' }),
    ])
    expect(outcomeOf(report)).toBe('violated')
    expect(exitCodeOf(report)).toBe(1)
    expect(report.violations.map(({ waiver }) => waiver !== undefined)).toEqual([false, true, true])
  })

  it('is advised where what breaks its SHOULD is not', () => {
    const report = reportOf({ [MUST]: waived(MUST, 0), [SHOULD]: violated(SHOULD) }, [madeWaiver()])
    expect(outcomeOf(report)).toBe('advised')
    expect(exitCodeOf({ ...report, strict: true })).toBe(1)
  })

  it('is undecided where a check of it could not be finished, and the run has no verdict', () => {
    const undecided: CheckResult = { state: 'undecided', reason: 'TypeError' }
    const report = reportOf({ [MUST]: waived(MUST, 0), [SHOULD]: undecided }, [madeWaiver()])
    expect(outcomeOf(report)).toBe('undecided')
    expect(exitCodeOf(report)).toBe(3)
    expect(stateOf(report)).toEqual(['used'])
  })
})

describe('a violation that is waived', () => {
  it('carries the first of the waivers that cover it', () => {
    const waivers = [madeWaiver({ fault: 'hang' }), madeWaiver({ method: 'results' }), madeWaiver()]
    const report = reportOf({ [MUST]: waived(MUST, 1, 2) }, waivers)
    expect(report.violations).toMatchObject([{ check: MUST, waiver: waivers[1] }])
    expect(stateOf(report)).toEqual(['untried', 'used', 'used'])
  })

  it('is found at its place also where a waiver before it has expired', () => {
    const waivers = [madeWaiver({ expires: '2026-11-23' }), madeWaiver({ method: 'results' })]
    const report = reportOf({ [MUST]: waived(MUST, 0), [SHOULD]: held }, waivers)
    expect(report.violations).toMatchObject([{ waiver: waivers[1] }])
    expect(stateOf(report)).toEqual(['expired', 'used'])
  })
})

describe('a waiver', () => {
  const all = { [MUST]: held, [SHOULD]: held }

  it('counts on the day on which it expires, and not on the next', () => {
    const on = (today: string) =>
      stateOf(
        reportOf(
          { [MUST]: violated(MUST), [SHOULD]: held },
          [madeWaiver({ expires: '2026-11-24' })],
          {},
          today,
        ),
      )
    expect(on('2026-11-24')).not.toEqual(['expired'])
    expect(on('2026-11-25')).toEqual(['expired'])
  })

  it('that matches nothing is stale where all of its clause was tried', () => {
    expect(fateOf(all)).toBe('stale')
    expect(exitCodeOf(reportOf(all, [madeWaiver()]))).toBe(1)
    expect(fateOf({ [MUST]: held, [SHOULD]: { state: 'not-applicable', reason: 'none' } })).toBe(
      'stale',
    )
  })

  it('of a method or a fault is stale only where that was tried too', () => {
    expect(fateOf(all, madeWaiver({ method: 'results' }))).toBe('stale')
    expect(fateOf(all, madeWaiver({ method: 'delete' }))).toBe('untried')
    expect(fateOf(all, madeWaiver({ fault: 'hang' }))).toBe('stale')
    expect(fateOf(all, madeWaiver({ method: 'status', fault: 'hang' }))).toBe('stale')
    expect(fateOf(all, madeWaiver({ method: 'results', fault: 'hang' }))).toBe('untried')
    expect(fateOf(all, madeWaiver({ fault: 'drip' }))).toBe('untried')
  })

  it.each<[string, Results, Partial<RunOutcome>]>([
    ['a check of it was left out', { [MUST]: held }, {}],
    ['it does not apply', { [MUST]: { state: 'not-applicable', reason: 'none' } }, {}],
    ['cases of it were left out', { ...all, [MUST]: { ...held, leftOut: 3 } }, {}],
    [
      'less was tried than usual',
      all,
      { plan: madePlan({ checks: [MUST, SHOULD], isShort: true }) },
    ],
    ['the run is incomplete', all, { trouble: ['a worker died'] }],
    ['the search stopped at something else', { ...all, [MUST]: violated(MUST) }, {}],
  ])('is not called stale where %s', (_, results, change) => {
    const report = reportOf(results, [madeWaiver()], change)
    expect(stateOf(report)).toEqual(['untried'])
    // Where no check ran at all, the run is incomplete too.
    const isIncomplete = change.trouble !== undefined || results[MUST]?.state === 'not-applicable'
    expect(exitCodeOf(report)).toBe(isIncomplete ? 3 : results[MUST]?.state === 'violated' ? 1 : 0)
  })

  it('of a method is not called stale behind one of the whole clause that is in use', () => {
    const waivers = [madeWaiver({ method: 'results' }), madeWaiver()]
    const report = reportOf({ [MUST]: waived(MUST, 1), [SHOULD]: held }, waivers)
    expect(stateOf(report)).toEqual(['untried', 'used'])
    expect(stateOf(reportOf(all, waivers))).toEqual(['stale', 'stale'])
  })

  it('is no part of a record where none was given', () => {
    expect(reportOf(all, [])).not.toHaveProperty('waivers')
  })
})
