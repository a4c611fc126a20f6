import { describe, expect, it, vi } from 'vitest'
import { CLAUSES, type ClauseId } from '../../../../contracts/clauses.ts'
import type { CheckResult } from '../../../../harness/engine/found/result.ts'
import { defineCheck } from '../../../../harness/kit/define-check.ts'
import { composeReport } from '../../../../harness/report/record/compose-report.ts'
import type { RunOutcome } from '../../../../harness/report/record/run-outcome.ts'
import { exitCodeOf } from '../../../../harness/report/record/run-report.ts'
import { madePlan, verifyOptions } from '../../../support/made-options.ts'
import { madeViolation } from '../../../support/made-report.ts'

/** PAGE-1 has a check of its MUST and one of its SHOULD; ENV-4 is a SHOULD; no other has any. */
vi.mock('../../../../harness/checks/index.ts', () => {
  const toy = { claim: 'it holds', cases: () => [1], run: async () => {} }
  return {
    CHECKS: [
      defineCheck({ ...toy, clause: 'ENV-4' }),
      defineCheck({ ...toy, clause: 'PAGE-1' }),
      defineCheck({ ...toy, clause: 'PAGE-1', aspect: 'fields', level: 'SHOULD' }),
    ],
  }
})

const held = (cases = 5): CheckResult => ({ state: 'held', cases })
const violated = (check: string): CheckResult => {
  const level = check === 'PAGE-1' ? 'MUST' : 'SHOULD'
  const { again: _, ...violation } = madeViolation({ check, level })
  return { state: 'violated', cases: 2, violation }
}
const undecided: CheckResult = { state: 'undecided', reason: 'TypeError: a defect' }
const passedOver: CheckResult = { state: 'not-applicable', reason: 'no case applies' }

/** The report of a run in which these checks were planned and gave these results. */
function reportOf(
  results: Readonly<Record<string, CheckResult>>,
  change: Partial<RunOutcome> = {},
) {
  return composeReport({
    plan: madePlan({ checks: Object.keys(results) }),
    options: verifyOptions(),
    location: '.',
    results: new Map(Object.entries(results)),
    coverage: new Map(),
    checkMilliseconds: new Map(),
    trouble: [],
    rounds: 1,
    started: new Date(0),
    milliseconds: 7,
    tool: 'connector-contract 0.0.0',
    again: (clause) => `again ${clause}`,
    ...change,
  })
}

/** What the report says of a clause. */
const outcomeOf = (report: ReturnType<typeof reportOf>, id: ClauseId = 'PAGE-1') =>
  report.clauses.find(({ clause }) => clause === id)

describe('a clause', () => {
  it('is reported, whichever it is, in the order of the contract', () => {
    expect(reportOf({}).clauses.map(({ clause }) => clause)).toEqual(CLAUSES.map(({ id }) => id))
  })

  it('held where every check of it held, over all of their cases', () => {
    expect(outcomeOf(reportOf({ 'PAGE-1': held(5), 'PAGE-1 fields': held(6) }))).toEqual({
      clause: 'PAGE-1',
      level: 'MUST',
      outcome: 'held',
      cases: { tried: 11, planned: 11 },
    })
  })

  it('held where one check of it held and the other did not apply', () => {
    const report = reportOf({ 'PAGE-1': held(), 'PAGE-1 fields': passedOver })
    expect(outcomeOf(report)).toMatchObject({ outcome: 'held', cases: { tried: 5, planned: 5 } })
  })

  it('is violated where its MUST is broken, whatever its other checks say', () => {
    for (const other of [held(), passedOver, undecided, violated('PAGE-1 fields')]) {
      const report = reportOf({ 'PAGE-1': violated('PAGE-1'), 'PAGE-1 fields': other })
      expect(outcomeOf(report)).toMatchObject({ outcome: 'violated' })
    }
  })

  it('is advised where only its SHOULD is broken', () => {
    const report = reportOf({ 'PAGE-1': held(), 'PAGE-1 fields': violated('PAGE-1 fields') })
    expect(outcomeOf(report)).toMatchObject({ outcome: 'advised', cases: { tried: 7, planned: 7 } })
    expect(outcomeOf(reportOf({ 'ENV-4': violated('ENV-4') }), 'ENV-4')).toMatchObject({
      level: 'SHOULD',
      outcome: 'advised',
    })
  })

  it('is undecided where a check of it could not be finished', () => {
    for (const other of [held(), passedOver, violated('PAGE-1 fields')]) {
      expect(outcomeOf(reportOf({ 'PAGE-1': undecided, 'PAGE-1 fields': other }))).toMatchObject({
        outcome: 'undecided',
        reason: 'TypeError: a defect',
      })
    }
  })

  it('is not applicable where no case of it applied', () => {
    expect(outcomeOf(reportOf({ 'PAGE-1': passedOver }))).toMatchObject({
      outcome: 'not-applicable',
      reason: 'no case applies',
      cases: { tried: 0, planned: 0 },
    })
  })

  it('is not applicable, or left out, where the plan says so', () => {
    const [exclusion] = [{ check: 'PAGE-1', reason: 'so it is' }]
    const notApplicable = madePlan({ notApplicable: exclusion ? [exclusion] : [] })
    const leftOut = madePlan({ leftOut: exclusion ? [exclusion] : [] })
    expect(outcomeOf(reportOf({}, { plan: notApplicable }))).toMatchObject({
      outcome: 'not-applicable',
      reason: 'so it is',
    })
    expect(outcomeOf(reportOf({}, { plan: leftOut }))).toMatchObject({
      outcome: 'left-out',
      reason: 'so it is',
    })
  })

  it('without a check is never called held', () => {
    expect(outcomeOf(reportOf({}), 'LIFE-1')).toEqual({
      clause: 'LIFE-1',
      level: 'MUST',
      outcome: 'no-check',
      cases: { tried: 0, planned: 0 },
      reason: 'there is no check for it yet',
    })
  })

  it('is undecided where its planned check gave no result, or only one of them did', () => {
    const plan = madePlan({ checks: ['PAGE-1', 'PAGE-1 fields'] })
    for (const results of [{}, { 'PAGE-1 fields': held() }, { 'PAGE-1 fields': passedOver }]) {
      const report = reportOf(results, { plan })
      expect(outcomeOf(report)).toMatchObject({ outcome: 'undecided' })
    }
  })
})

describe('the report of a run', () => {
  it('says what was run and how', () => {
    const options = verifyOptions({ strict: true, only: ['PAGE'] })
    expect(reportOf({ 'PAGE-1': held() }, { options })).toMatchObject({
      tool: 'connector-contract 0.0.0',
      target: 'abc',
      driver: 'module',
      mode: 'asynchronous',
      scheme: 'http',
      seed: 1,
      runs: 50,
      strict: true,
      options: { only: ['PAGE'], skip: [], runs: null, timeoutSeconds: 10 },
      plan: { checks: ['PAGE-1'], leftOut: [], notApplicable: [] },
      timings: { started: '1970-01-01T00:00:00.000Z', milliseconds: 7 },
      violations: [],
      trouble: [],
    })
  })

  it('gives each violation with the command that brings it back, in the order of the checks', () => {
    const { violations } = reportOf({
      'PAGE-1 fields': violated('PAGE-1 fields'),
      'PAGE-1': violated('PAGE-1'),
    })
    expect(violations.map(({ check, again }) => [check, again])).toEqual([
      ['PAGE-1', 'again PAGE-1'],
      ['PAGE-1 fields', 'again PAGE-1'],
    ])
  })

  it('names each violation, and how to bring it back by that name where it has been kept', () => {
    const results = { 'PAGE-1': violated('PAGE-1') }
    const [gone] = reportOf(results).violations
    expect(gone?.id).toMatch(/^[0-9a-f]{8}$/)
    expect(gone).not.toHaveProperty('replay')
    const [kept] = reportOf(results, { kept: true }).violations
    expect(kept).toEqual({
      ...gone,
      replay: `npx connector-contract replay ${gone?.id}`,
      reproduce: `npx connector-contract reproduce ${gone?.id}`,
    })
  })

  it('names what it could not finish, what did not run, and what else went wrong', () => {
    const report = reportOf(
      { 'PAGE-1': undecided },
      { plan: madePlan({ checks: ['PAGE-1', 'ENV-4'] }), trouble: ['a worker died'] },
    )
    expect(report.trouble).toEqual([
      'a worker died',
      'PAGE-1 could not be finished: TypeError: a defect',
      'ENV-4 did not run to its end',
    ])
    expect(exitCodeOf(report)).toBe(3)
  })

  it('says of each check that ran what became of it, and how long that took', () => {
    const { checks, timings } = reportOf(
      { 'PAGE-1': held(5), 'PAGE-1 fields': undecided },
      { checkMilliseconds: new Map([['PAGE-1', 40]]) },
    )
    const claim = 'it holds'
    expect(checks).toEqual([
      {
        check: 'PAGE-1',
        clause: 'PAGE-1',
        level: 'MUST',
        claim,
        state: 'held',
        cases: { tried: 5, planned: 5 },
      },
      {
        ...{ check: 'PAGE-1 fields', clause: 'PAGE-1', level: 'SHOULD', claim },
        ...{ state: 'undecided', cases: { tried: 0, planned: 0 }, reason: 'TypeError: a defect' },
      },
    ])
    expect(timings.checks).toEqual([{ check: 'PAGE-1', tried: 5, milliseconds: 40 }])
  })

  it('adds up what the checks of a clause tried, and has a row for what none did', () => {
    const row = (method: 'results' | 'status', tried: number, violated: number) => {
      return { method, tried, held: tried - violated, violated }
    }
    const coverageOf = (...methods: ReturnType<typeof row>[]) => {
      return { methods, faults: [{ fault: 'reset', ...row('results', 2, 0) }], codes: [] }
    }
    const { coverage } = reportOf(
      { 'PAGE-1': held() },
      {
        coverage: new Map([
          ['PAGE-1', coverageOf(row('results', 5, 1), row('status', 7, 0))],
          ['PAGE-1 fields', coverageOf(row('results', 3, 0))],
          ['ENV-4', coverageOf()],
        ]),
      },
    )
    const rowsOf = (id: ClauseId) => coverage.clauses.filter(({ clause }) => clause === id)
    expect(rowsOf('PAGE-1')).toEqual([{ clause: 'PAGE-1', ...row('results', 8, 1) }])
    expect(rowsOf('LIFE-8')).toEqual([{ clause: 'LIFE-8', ...row('results', 0, 0) }])
    expect(coverage.faults).toEqual([{ fault: 'reset', ...row('results', 6, 0) }])
  })

  it('is plain JSON', () => {
    const report = reportOf({ 'PAGE-1': violated('PAGE-1'), 'ENV-4': undecided })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})
