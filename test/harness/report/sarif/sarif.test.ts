import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import AjvDraft04 from 'ajv-draft-04'
import { describe, expect, it } from 'vitest'
import { CLAUSES } from '../../../../contracts/clauses.ts'
import { type ReportFile, reportFile } from '../../../../harness/report/record/report-file.ts'
import { sarifReport } from '../../../../harness/report/sarif/sarif.ts'
import { clauseReport, madeReport, madeViolation } from '../../../support/made-report.ts'
import { realReport } from '../../../support/real-report.ts'

/** The schema that OASIS publishes, as Microsoft's matchers carry it. */
const validate = new AjvDraft04.default({
  ...{ strict: false, validateFormats: false },
  // One of its patterns is none under the stricter rules.
  unicodeRegExp: false,
}).compile(schema)

function valid(report: ReportFile) {
  const log = JSON.parse(sarifReport(report))
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  return log
}

const violated = madeReport({
  clauses: [clauseReport('PAGE-1', 'violated')],
  violations: [
    madeViolation({ replay: 'npx connector-contract replay 1a2b3c4d' }),
    madeViolation({ level: 'SHOULD', check: 'PAGE-1 fields' }),
  ],
})

describe('the SARIF report', () => {
  it('is valid for runs that hold, that do not, and that have no verdict', async () => {
    const real = await realReport('test/broken/pagination/page-1-end-inclusive.ts', [
      'PAGE-1',
      'MODE-1',
    ])
    const stuck = madeReport({ trouble: ['a worker died'] })
    const log = valid(reportFile([real, madeReport(), violated, stuck]))
    expect(log.runs).toHaveLength(4)
    expect(log.runs[0].results[0]).toMatchObject({
      ruleId: 'PAGE-1',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'test/broken/pagination/page-1-end-inclusive.ts' },
          },
        },
      ],
    })
    const isBad = validate({ version: '2.1.0', runs: [{ results: [] }] })
    expect(isBad).toBe(false)
  })

  it('has a rule for each clause, with help', () => {
    const [{ tool }] = valid(reportFile([violated])).runs
    expect(tool.driver).toMatchObject({ name: 'connector-contract', version: '0.0.0' })
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(
      CLAUSES.map(({ id }) => id),
    )
    expect(tool.driver.rules[0].help.text).toContain('Source: ')
  })

  it('has a result for each violation, known by its id, with what brings it back', () => {
    const [{ results, tool }] = valid(reportFile([violated])).runs
    const [must, should] = results
    expect(must).toMatchObject({
      level: 'error',
      partialFingerprints: { 'connectorContractFailure/v1': '1a2b3c4d' },
      properties: { replay: 'npx connector-contract replay 1a2b3c4d' },
    })
    expect(must.message.text).toMatch(
      /Verify again: npx connector-contract verify abc --only PAGE-1 --seed 1$/,
    )
    expect(should.level).toBe('warning')
    expect(should.message.text).toMatch(
      /Verify again: npx connector-contract verify abc --only PAGE-1 /,
    )
    expect(tool.driver.rules[must.ruleIndex].id).toBe(must.ruleId)
    const [strict] = valid(reportFile([{ ...violated, strict: true }])).runs
    expect(strict.results[1].level).toBe('error')
  })

  it('tells a run that has no verdict, and a report that is cut short, from one that found nothing', () => {
    const [stuck] = valid(reportFile([madeReport({ trouble: ['a worker died'] })])).runs
    expect(stuck.invocations[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 3,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'a worker died' } }],
    })
    const cut = valid({ version: 2, runs: [madeReport()] }).runs
    expect(cut[1].invocations[0].executionSuccessful).toBe(false)
  })

  it('names the file as a URI', () => {
    const [{ results }] = valid(reportFile([{ ...violated, location: 'a b/ü:c.ts' }])).runs
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'a%20b/%C3%BC%3Ac.ts',
    )
  })
})
