import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Waiver } from '../../../../contracts/waiver.ts'
import { badgeReport } from '../../../../harness/report/badge/badge.ts'
import { type ReportFile, reportFile } from '../../../../harness/report/record/report-file.ts'
import type { ClauseOutcome, RunReport } from '../../../../harness/report/record/run-report.ts'
import { clauseReport, madeReport, madeViolation } from '../../../support/made-report.ts'

/** The form of an endpoint badge that shields.io documents; what it does not know, it refuses. */
const Endpoint = z.strictObject({
  schemaVersion: z.literal(1),
  label: z.string().min(1),
  message: z.string().min(1),
  color: z.enum(['brightgreen', 'red', 'lightgrey']),
  isError: z.boolean().optional(),
})

const badge = (report: ReportFile) => Endpoint.parse(JSON.parse(badgeReport(report)))
const run = (outcomes: readonly ClauseOutcome[], change: Partial<RunReport> = {}) =>
  madeReport({ clauses: outcomes.map((each) => clauseReport('PAGE-1', each)), ...change })
const waiver: Waiver = {
  ...{ clause: 'PAGE-1', reason: 'known', issue: 'https://example.test/1', owner: 'me' },
  expires: '2027-01-01',
}

describe('the badge', () => {
  it('of a run that holds counts the clauses', () => {
    expect(badge(reportFile([run(['held', 'held', 'not-applicable'])]))).toEqual({
      schemaVersion: 1,
      label: 'connector contract',
      message: '2 held',
      color: 'brightgreen',
    })
  })

  it.each([
    [['held', 'advised'], '1 held, 1 SHOULD not met'],
    [['held', 'waived', 'waived'], '1 held, 2 waived'],
    [['held', 'left-out', 'left-out'], '1 held, 2 left out'],
    [['not-applicable'], '0 held'],
  ] as const)('does not hide what was not held: of %j it says %s', (outcomes, message) => {
    expect(badge(reportFile([run(outcomes)]))).toMatchObject({ message, color: 'brightgreen' })
  })

  it('of a broken connector counts what is violated, and is red', () => {
    const report = reportFile([
      run(['held', 'violated', 'violated'], { violations: [madeViolation()] }),
    ])
    expect(badge(report)).toMatchObject({ message: '2 violated', color: 'red', isError: true })
  })

  it('counts a SHOULD among them under --strict alone', () => {
    expect(badge(reportFile([run(['violated', 'advised'])])).message).toBe('1 violated')
    expect(badge(reportFile([run(['advised'], { strict: true })]))).toMatchObject({
      message: '1 SHOULD not met',
      color: 'red',
    })
  })

  it('tells a waiver that no longer matches', () => {
    const stale = run(['held'], { waivers: [{ ...waiver, state: 'stale' }] })
    expect(badge(reportFile([stale]))).toMatchObject({ message: '1 stale waiver', color: 'red' })
  })

  it.each([
    ['a run in trouble', reportFile([run(['held'], { trouble: ['a worker died'] })])],
    ['a report that is cut short', { version: 2, runs: [run(['held'])] } as const],
    ['a report without a run', reportFile([])],
  ])('of %s is never green', (_, report) => {
    expect(badge(report)).toMatchObject({ message: 'incomplete', color: 'lightgrey' })
  })

  it('adds up the connectors of one report', () => {
    expect(badge(reportFile([run(['held']), run(['held', 'held'])])).message).toBe('3 held')
  })
})
