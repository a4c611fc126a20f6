import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../../harness/errors.ts'
import { inForm } from '../../../../harness/report/forms.ts'
import { readReportFile } from '../../../../harness/report/record/read-report-file.ts'
import { exitCodeOfFile, reportFile } from '../../../../harness/report/record/report-file.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const report = reportFile([
  madeReport({ target: 'one' }),
  madeReport({ target: 'two', violations: [madeViolation()] }),
])
const text = inForm('json', report, {})
const read = (json: string) => readReportFile(json, 'report.json')

describe('a report that is read', () => {
  it('is what was written, to the byte', () => {
    expect(inForm('json', read(text), {})).toBe(text)
  })

  it('is incomplete wherever it is cut off, and keeps the runs that are whole', () => {
    const beginning = text.indexOf('[') + 1
    const ends = [beginning, beginning + 1, text.indexOf('"two"'), text.indexOf('"closing"')]
    const cut = ends.map((end) => read(text.slice(0, end)))
    expect(cut.map(({ runs }) => runs.map(({ target }) => target))).toEqual([
      [],
      [],
      ['one'],
      ['one', 'two'],
    ])
    expect(cut.map(exitCodeOfFile)).toEqual([3, 3, 3, 3])
    expect(exitCodeOfFile(read(text.slice(0, -3)))).toBe(3)
  })

  it.each([
    ['that is empty', '', 'is not a report of verify'],
    ['that is no JSON', 'PASS', 'is not a report of verify'],
    ['that is another JSON', '{"name":"abc"}', 'is not a report of verify'],
    [
      'of another version',
      '{"version":1,"runs":[]}',
      'is a report of version 1, and this tool reads version 2',
    ],
    [
      'of another version, cut off',
      '{"version": 1, "runs": [',
      'is a report of version 1, and this tool reads version 2',
    ],
    ['whose members are others', '{"version":2,"runs":[{}]}', 'is not a report of verify: runs.0.'],
    ['with a member more', text.replace('"seed"', '"sede"'), 'is not a report of verify: runs.0'],
  ])('is wrong use for a file %s, in one line', (_, json, words) => {
    expect(() => read(json)).toThrow(UsageError)
    expect(() => read(json)).toThrow(new RegExp(`^report\\.json ${words}.*$`))
  })
})
