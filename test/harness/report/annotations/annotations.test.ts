import { describe, expect, it } from 'vitest'
import { annotations } from '../../../../harness/report/annotations/annotations.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import type { RunReport } from '../../../../harness/report/record/run-report.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const linesOf = (change: Partial<RunReport>) =>
  annotations(reportFile([madeReport(change)]))
    .trimEnd()
    .split('\n')

describe('the annotations of GitHub', () => {
  it('are none where all holds', () => {
    expect(annotations(reportFile([madeReport()]))).toBe('')
  })

  it('are an error for a MUST, at the file of the module', () => {
    expect(linesOf({ violations: [madeViolation()] })).toEqual([
      '::error file=abc.ts,title=PAGE-1 MUST%3A abc::`results`: rows a, b, not rows b, c.%0AClaim: results(id, offset, length) is rows [offset, offset + length).%0AExpected rows b, c, got rows a, b.%0Anpx connector-contract verify abc --only PAGE-1 --seed 1',
    ])
  })

  it('are a warning for a SHOULD, and under --strict an error', () => {
    const violations = [madeViolation({ level: 'SHOULD' })]
    expect(linesOf({ violations, location: '.' })[0]).toMatch(
      /^::warning title=PAGE-1 SHOULD%3A abc::/,
    )
    expect(linesOf({ violations, strict: true })[0]).toMatch(/^::error /)
  })

  it('are an error for each trouble, and for a report that is cut short', () => {
    expect(linesOf({ trouble: ['a worker\ndied: 100 %'] })).toEqual([
      '::error title=connector-contract%3A the run is incomplete::a worker%0Adied: 100 %25',
    ])
    expect(annotations({ version: 2, runs: [] })).toMatch(/^::error .*no closing record/)
  })

  it('are one line each, whatever a text holds', () => {
    const evil = 'a,b:c%0A\r\n::set-output name=x::y'
    const lines = linesOf({
      ...{ target: evil, location: evil, trouble: [evil] },
      violations: [madeViolation({ actual: evil, claim: evil })],
    })
    expect(lines).toHaveLength(2)
    expect(lines.every((line) => /^::error (\w+=[^,:\r\n]*,?)+::[^\r\n]*$/.test(line))).toBe(true)
  })

  it('are at most ten of each kind, the last of which says how many more there are', () => {
    const violations = Array.from({ length: 25 }, (_, index) =>
      madeViolation({ explanation: [`reason ${index}`] }),
    )
    const lines = linesOf({ violations })
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toBe('::error title=connector-contract::16 more are in the report')
  })
})
