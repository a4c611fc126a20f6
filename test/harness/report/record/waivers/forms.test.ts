import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
}
import { Ajv2020 } from 'ajv/dist/2020.js'
import AjvDraft04 from 'ajv-draft-04'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Waiver } from '../../../../../contracts/waiver.ts'
import { annotations } from '../../../../../harness/report/annotations/annotations.ts'
import { junitReport } from '../../../../../harness/report/junit/junit.ts'
import { markdownReport } from '../../../../../harness/report/markdown/markdown.ts'
import { readReportFile } from '../../../../../harness/report/record/read-report-file.ts'
import { reportFile } from '../../../../../harness/report/record/report-file.ts'
import { exitCodeOf } from '../../../../../harness/report/record/run-report.ts'
import { sarifReport } from '../../../../../harness/report/sarif/sarif.ts'
import { terminalReport } from '../../../../../harness/report/terminal/terminal.ts'
import { clauseReport, madeReport, madeViolation } from '../../../../support/made-report.ts'
import { madeWaiver } from '../../../../support/made-waiver.ts'

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const used = madeWaiver({ method: 'results' })
const stale = madeWaiver({ clause: 'ENV-1', owner: 'team-stale' })
const expired = madeWaiver({ clause: 'ERR-1', expires: '2026-01-31', owner: 'team-expired' })
const untried = madeWaiver({ clause: 'NET-3', fault: 'hang', owner: 'team-untried' })
const WORDS =
  'waived until 2099-12-31 by team-abc: the data source pages so (https://issues.example/17)'

/** One waived violation, one that fails since its waiver has expired, and a waiver in each state. */
const run = madeReport({
  clauses: [
    clauseReport('ENV-1', 'held'),
    clauseReport('PAGE-1', 'waived'),
    clauseReport('ERR-1', 'violated'),
    { ...clauseReport('NET-3', 'not-applicable'), reason: 'no fault here' },
  ],
  violations: [
    madeViolation({ waiver: used, id: '0a0a0a0a' }),
    madeViolation({ clause: 'ERR-1', check: 'ERR-1', id: '0b0b0b0b', actual: 'code unknown' }),
  ],
  waivers: [
    { ...used, state: 'used' },
    { ...stale, state: 'stale' },
    { ...expired, state: 'expired' },
    { ...untried, state: 'untried' },
  ],
})
const report = reportFile([run])

/** A run in which all that is violated is waived. */
const allWaived = madeReport({
  clauses: [clauseReport('PAGE-1', 'waived')],
  violations: [madeViolation({ waiver: used })],
  waivers: [{ ...used, state: 'used' }],
})

describe('the exit code', () => {
  it('is 0 where all that is violated is waived, whatever --strict says', () => {
    expect(exitCodeOf(allWaived)).toBe(0)
    expect(exitCodeOf({ ...allWaived, strict: true })).toBe(0)
  })

  it('is 1 for a stale waiver alone, and not for one that has expired or was not tried', () => {
    const withWaiver = (waiver: Waiver, state: 'stale' | 'expired' | 'untried') =>
      exitCodeOf(madeReport({ waivers: [{ ...waiver, state }] }))
    expect(withWaiver(stale, 'stale')).toBe(1)
    expect(withWaiver(expired, 'expired')).toBe(0)
    expect(withWaiver(untried, 'untried')).toBe(0)
  })

  it('is 3 for a run that is incomplete, whatever is waived', () => {
    expect(exitCodeOf({ ...allWaived, trouble: ['a worker died'] })).toBe(3)
    expect(exitCodeOf({ ...run, trouble: ['a worker died'] })).toBe(3)
  })
})

describe('on a terminal', () => {
  const shown = stripVTControlCharacters(terminalReport(run))

  it('a waived violation has a mark of its own, why, by whom and until when, and comes last', () => {
    expect(shown).toContain('PAGE-1 ~')
    expect(shown).toContain('~ waived')
    expect(shown).toMatch(/^~ PAGE-1 {2}MUST .*\n {4}Waived {4}until 2099-12-31 by team-abc: the/m)
    expect(shown.indexOf('~ PAGE-1  MUST')).toBeGreaterThan(shown.indexOf('✗ ERR-1  MUST'))
  })

  it('a waiver that is stale, expired or not tried is named, with whom to ask', () => {
    expect(shown).toContain('✗ the waiver of ENV-1 is stale: it matches nothing any more')
    expect(shown).toContain('! the waiver of ERR-1 has expired: it counted until 2026-01-31')
    expect(shown).toContain('· the waiver of NET-3 under hang is not tried')
    for (const owner of ['team-stale', 'team-expired', 'team-untried']) {
      expect(shown).toContain(owner)
    }
  })

  it('a run that fails by a stale waiver alone says so', () => {
    const onlyStale = terminalReport(madeReport({ waivers: [{ ...stale, state: 'stale' }] }))
    expect(onlyStale).toContain('A waiver is stale')
    expect(onlyStale).not.toContain('breaks the contract')
    expect(terminalReport(allWaived)).not.toMatch(/stale|breaks the contract/)
  })

  it('a waiver of a clause that was left out is no noise', () => {
    const leftOut = madeReport({
      clauses: [clauseReport('NET-3', 'left-out'), clauseReport('MODE-1', 'held')],
      waivers: [{ ...untried, state: 'untried' }],
    })
    expect(terminalReport(leftOut)).not.toContain('waiver')
  })
})

describe('as JSON', () => {
  it('all of it is there, as the published schema has it, and is read again', () => {
    const json = JSON.stringify(report)
    const published = JSON.parse(text('../../../../../contracts/schemas/report.schema.json'))
    const validate = new Ajv2020({ validateFormats: false }).compile(published)
    validate(JSON.parse(json))
    expect(validate.errors).toBe(null)
    expect(readReportFile(json, 'report.json')).toEqual(report)
    expect(JSON.parse(json).closing.clauses).toMatchObject({ waived: 1, violated: 1 })
  })
})

describe('as JUnit', async () => {
  const xml = junitReport(report)
  const [{ testcase }] = new XMLParser({
    ignoreAttributes: false,
    isArray: (tag) => tag.startsWith('test'),
  }).parse(xml).testsuites[0].testsuite
  const named = (name: string) =>
    testcase.find((each: Record<string, string>) => each['@_name'] === name)

  it('is a document that the schema takes', async () => {
    const { errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: xml }],
      schema: [{ fileName: 'junit.xsd', contents: text('../../fixtures/junit.xsd') }],
    })
    expect(errors).toEqual([])
  })

  it('has what is waived skipped, with the reason and until when', () => {
    expect(named('PAGE-1 results').skipped['@_message']).toBe(WORDS)
    expect(named('ERR-1 results').failure).toBeDefined()
  })

  it('has a test for each waiver: a stale one fails, and an expired one says so', () => {
    const inUse = named('waiver of PAGE-1 results')
    expect(inUse).toEqual(expect.not.objectContaining({ failure: expect.anything() }))
    expect(inUse.skipped).toBeUndefined()
    expect(named('waiver of ENV-1').failure['@_type']).toBe('stale')
    expect(named('waiver of ENV-1').failure['@_message']).toContain('is stale')
    expect(named('waiver of ERR-1').skipped['@_message']).toContain('has expired')
    expect(named('waiver of NET-3 under hang').skipped['@_message']).toContain('is not tried')
  })

  it('does not skip a clause that could not be decided, whatever is waived', () => {
    const undecided = madeReport({
      clauses: [{ ...clauseReport('PAGE-1', 'undecided'), reason: 'a worker died' }],
      violations: [madeViolation({ waiver: used })],
      trouble: ['a worker died'],
    })
    expect(junitReport(reportFile([undecided]))).toMatch(/name="PAGE-1 results"[^/]*\n *<error/)
  })
})

describe('as markdown', () => {
  const shown = markdownReport(report)

  it('says what is waived and until when', () => {
    expect(shown).toContain('breaks 1 clause, has 1 stale waiver and 1 waived')
    expect(shown).toContain('PAGE-1 ~')
    expect(shown).toMatch(/<summary><b>PAGE-1<\/b> MUST .* waived until 2099-12-31<\/summary>/)
    expect(markdownReport(reportFile([allWaived]))).toContain('holds 0 clauses and 1 waived')
  })

  it('names each waiver with its state, those that fail the run first', () => {
    const states = [...shown.matchAll(/^(stale|expired|in use|not tried): the waiver of/gm)]
    expect(states.map(([, state]) => state)).toEqual(['stale', 'expired', 'in use', 'not tried'])
  })
})

describe('as SARIF', () => {
  const log = JSON.parse(sarifReport(report))
  const [{ results, invocations }] = log.runs

  it('is valid', () => {
    const validate = new AjvDraft04.default({
      ...{ strict: false, validateFormats: false, unicodeRegExp: false },
    }).compile(sarifSchema)
    validate(log)
    expect(validate.errors).toBe(null)
  })

  it('suppresses what is waived, with the justification, and nothing else', () => {
    expect(results[0]).toMatchObject({
      ruleId: 'PAGE-1',
      suppressions: [{ kind: 'external', status: 'accepted', justification: WORDS }],
    })
    expect(results[1]).toMatchObject({ ruleId: 'ERR-1', level: 'error', suppressions: [] })
    const without = JSON.parse(sarifReport(reportFile([madeReport()])))
    expect(without.runs[0].invocations[0]).not.toHaveProperty('toolConfigurationNotifications')
  })

  it('tells of each waiver as a matter of configuration', () => {
    const told = invocations[0].toolConfigurationNotifications
    expect(
      told.map(({ level, properties }: { level: string; properties: { state: string } }) => [
        level,
        properties.state,
      ]),
    ).toEqual([
      ['none', 'used'],
      ['error', 'stale'],
      ['warning', 'expired'],
      ['note', 'untried'],
    ])
  })
})

describe('as annotations', () => {
  const lines = annotations(report).trimEnd().split('\n')

  it('notices what is waived, and gives errors to what is stale and warnings to what has expired', () => {
    expect(lines.map((line) => line.slice(0, line.indexOf('::', 2)))).toEqual([
      '::error title=waiver of ENV-1%3A abc',
      '::error file=abc.ts,title=ERR-1 MUST%3A abc',
      '::warning title=waiver of ERR-1%3A abc',
      '::notice file=abc.ts,title=PAGE-1 MUST%3A abc',
    ])
    expect(lines.at(-1)).toContain(`It is ${WORDS}.`)
  })
})
