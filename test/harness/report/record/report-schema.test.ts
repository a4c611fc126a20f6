import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { ReportFile, reportFile } from '../../../../harness/report/record/report-file.ts'
import {
  clauseReport,
  madeReport,
  madeTimings,
  madeViolation,
} from '../../../support/made-report.ts'
import { realReport } from '../../../support/real-report.ts'

const PUBLISHED = new URL('../../../../contracts/schemas/report.schema.json', import.meta.url)
const validate = new Ajv2020({ allErrors: true, validateFormats: false }).compile(
  JSON.parse(readFileSync(PUBLISHED, 'utf8')),
)

/** What is wrong with a report, by the published schema and by the one that it is made from. */
function complaints(report: unknown): readonly string[] {
  const written: unknown = JSON.parse(JSON.stringify(report))
  validate(written)
  const published = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  const own = ReportFile.safeParse(written).error?.issues.map(({ message }) => message) ?? []
  expect(published.length > 0).toBe(own.length > 0)
  return published
}

describe('the published schema of a report', () => {
  it('takes what real runs report, of whatever kind', async () => {
    const runs = [
      await realReport('test/broken/pagination/page-1-end-inclusive.ts', ['PAGE-1', 'PAGE-9']),
      await realReport('test/broken/transport/net-1-deleted-where-nobody-listens.ts', [
        'NET-1',
        'NET-2',
      ]),
      await realReport('abc-security-monitor-sync', ['LIFE-8', 'MODE', 'SEC-2'], {
        skip: ['MODE-3'],
        declarations: { result_limit: true, errors: { 1002: ['no_results'] } },
        passed: { connection: { sni: 'abc' }, configuration: { auth: { region: 'eu-west' } } },
      }),
    ]
    expect(runs.map(({ violations }) => violations.length > 0)).toEqual([true, true, false])
    expect(complaints(reportFile(runs))).toEqual([])
  })

  it('takes a report that is cut short, and one of a run without a verdict', () => {
    expect(complaints({ version: 2, runs: [madeReport()] })).toEqual([])
    expect(complaints(reportFile([madeReport({ trouble: ['a worker died'] })]))).toEqual([])
  })

  it('takes all that a run may come to say', () => {
    const run = madeReport({
      clauses: [
        {
          ...clauseReport('SEC-2', 'not-shown'),
          reason: 'no request reached the data source',
          restsOn: { cases: 12, answers: 40, requests: 0 },
        },
      ],
      violations: [madeViolation({ failed: { failed: 3, of: 10 } })],
      timings: madeTimings({
        firstCallMilliseconds: 90,
        calls: [{ method: 'ping', count: 40, connector: 120, dataSource: 30.5, harness: 12 }],
      }),
    })
    expect(complaints(reportFile([run]))).toEqual([])
  })

  it('takes nothing that it does not know, and nothing without what it needs', () => {
    const { plan: _, ...without } = madeReport()
    const run = madeReport({ violations: [madeViolation({ id: 'not an id' })] })
    for (const runs of [[without], [{ ...madeReport(), more: 1 }], [run]]) {
      expect(complaints({ version: 2, runs })).not.toEqual([])
    }
  })
})
