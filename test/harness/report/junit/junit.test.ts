import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import { parse } from 'junit2json'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { junitReport } from '../../../../harness/report/junit/junit.ts'
import { type ReportFile, reportFile } from '../../../../harness/report/record/report-file.ts'
import {
  clauseReport,
  madeReport,
  madeTimings,
  madeViolation,
} from '../../../support/made-report.ts'
import { realReport } from '../../../support/real-report.ts'

const SCHEMA = readFileSync(new URL('../fixtures/junit.xsd', import.meta.url), 'utf8')

/** What a text must not do to a document: break out of it, be lost, or make it one that no parser takes. */
const AWKWARD = 'a < b && "c" > \'d\' ]]> <!-- \u0000\u0008\u001b[31m \ud800 \uffff \r\n\t 🜚 é'

const violated = madeReport({
  clauses: [
    clauseReport('MODE-1', 'held'),
    clauseReport('PAGE-1', 'violated'),
    { ...clauseReport('PAGE-9', 'not-applicable'), reason: `not declared ${AWKWARD}` },
    { ...clauseReport('NET-5', 'undecided'), reason: `TypeError ${AWKWARD}` },
  ],
  coverage: {
    clauses: [
      { clause: 'MODE-1', method: 'is_async', tried: 3, held: 3, violated: 0 },
      { clause: 'PAGE-1', method: 'results', tried: 3, held: 2, violated: 1 },
    ],
    faults: [],
    codes: [],
  },
  checks: [
    {
      ...{ check: 'MODE-1', clause: 'MODE-1', level: 'MUST', claim: 'a boolean' },
      ...{ state: 'held', cases: { tried: 3, planned: 3 } },
    },
  ],
  violations: [madeViolation({ expected: `rows ${AWKWARD}`, actual: AWKWARD })],
  timings: madeTimings({ checks: [{ check: 'MODE-1', tried: 3, milliseconds: 1_500 }] }),
})

async function suitesIn(xml: string) {
  const parsed = await parse(xml)
  if (parsed == null || !('testsuite' in parsed)) throw new Error('there is no suite')
  return parsed
}

/** The one `testcase` of that name, as each of two parsers that are not ours reads it. */
async function testNamed(report: ReportFile, name: string) {
  const xml = junitReport(report)
  const [suite] = (await suitesIn(xml)).testsuite ?? []
  const byOne = suite?.testcase?.find((test) => test.name === name)
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (tag) => tag.startsWith('test'),
  })
  const [{ testcase }] = parser.parse(xml).testsuites[0].testsuite
  const byOther = testcase.find((test: Record<string, string>) => test['@_name'] === name)
  return { byOne, byOther }
}

async function complaints(xml: string): Promise<readonly string[]> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: 'junit.xsd', contents: SCHEMA }],
  })
  expect(valid).toBe(errors.length === 0)
  return errors.map(({ rawMessage }) => rawMessage)
}

describe('the JUnit report', () => {
  it('is taken by the schema that CI servers go by', async () => {
    expect(await complaints(junitReport(reportFile([violated, madeReport()])))).toEqual([])
    expect(await complaints(junitReport({ version: 2, runs: [] }))).toEqual([])
    expect(await complaints('<testsuites><testcase/></testsuites>')).not.toEqual([])
  })

  it('of a real run is taken too, with a test for each clause and method', async () => {
    const run = await realReport('test/broken/pagination/page-1-end-inclusive.ts', ['PAGE-1'])
    const xml = junitReport(reportFile([run]))
    expect(await complaints(xml)).toEqual([])
    const names = [...xml.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toContain('PAGE-1 results')
    expect(names).toContain('LIFE-5 delete')
    expect(new Set(names).size).toBe(names.length)
  })

  it('has a violation as a failure, with what brings it back', async () => {
    const { byOne, byOther } = await testNamed(reportFile([violated]), 'PAGE-1 results')
    expect(byOne?.failure?.[0]?.message).toMatch(
      /^`results`: a < b .*: expected rows a < b && "c" > 'd' \]\]> <!-- /,
    )
    expect(byOne?.failure?.[0]?.inner).toContain('npx connector-contract verify abc --only PAGE-1')
    expect(byOther.failure['@_type']).toBe('MUST')
    expect(byOther.failure['@_message']).toContain('🜚 é')
  })

  it('has a clause that holds as a test that passes, with the time that it took', async () => {
    const { byOne, byOther } = await testNamed(reportFile([violated]), 'MODE-1 is_async')
    expect(byOne).toEqual({ name: 'MODE-1 is_async', classname: 'abc.MODE', time: 1.5 })
    expect(byOther).not.toHaveProperty('failure')
  })

  it('has what does not apply as skipped, with the reason', async () => {
    const { byOne, byOther } = await testNamed(reportFile([violated]), 'PAGE-9 results')
    expect(byOne?.skipped?.[0]?.message).toContain('not declared a < b')
    expect(byOther.skipped['@_message']).toContain('\\u0000')
  })

  it('has a method that no case has called as skipped: nothing is known of it', async () => {
    const clauses = [clauseReport('LIFE-10', 'held')]
    const { byOne } = await testNamed(reportFile([madeReport({ clauses })]), 'LIFE-10 delete')
    expect(byOne?.skipped?.[0]?.message).toBe('no case of it was decided by a call of delete')
  })

  it('has trouble of the harness as errors', async () => {
    const trouble = ['a worker died', 'and another']
    const report = reportFile([{ ...violated, trouble }])
    const { byOne, byOther } = await testNamed(report, 'the run is complete')
    expect(byOne?.error?.[0]?.message).toBe('a worker died; and another')
    expect(byOther.error['@_message']).toBe('a worker died; and another')
    const undecided = await testNamed(report, 'NET-5 ping')
    expect(undecided.byOne?.error?.[0]?.message).toContain('TypeError')
  })

  it('has a SHOULD that is not met as a note, and under --strict as a failure', async () => {
    const run = {
      clauses: [clauseReport('PAGE-1', 'advised')],
      violations: [madeViolation({ level: 'SHOULD' })],
    }
    const lenient = await testNamed(reportFile([madeReport(run)]), 'PAGE-1 results')
    const strict = await testNamed(
      reportFile([madeReport({ ...run, strict: true })]),
      'PAGE-1 results',
    )
    expect(lenient.byOne?.failure).toBeUndefined()
    expect(lenient.byOne?.['system-out']?.[0]).toMatch(/^SHOULD not met\n/)
    expect(strict.byOne?.failure).toHaveLength(1)
  })

  it('has a violation in which no call was made too', async () => {
    const run = { clauses: [clauseReport('SEC-1', 'violated')] }
    const violations = [madeViolation({ clause: 'SEC-1', check: 'SEC-1', transcript: [] })]
    const { byOne } = await testNamed(reportFile([madeReport({ ...run, violations })]), 'SEC-1')
    expect(byOne?.failure).toHaveLength(1)
  })

  it('counts what it has', async () => {
    const suites = await suitesIn(junitReport(reportFile([{ ...violated, trouble: ['a'] }])))
    const [suite] = suites.testsuite ?? []
    const count = (kind: 'failure' | 'error' | 'skipped') =>
      suite?.testcase?.filter((test) => test[kind] !== undefined).length
    expect(suite).toMatchObject({
      tests: suite?.testcase?.length,
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
    })
    expect(suites).toMatchObject({ tests: suite?.tests, failures: 1, errors: suite?.errors })
  })

  it('of a report that is cut short has an error, so that it cannot be taken for a good one', async () => {
    const { byOne } = await testNamed({ version: 2, runs: [] }, 'the report is complete')
    expect(byOne?.error?.[0]?.message).toContain('no closing record')
  })
})
