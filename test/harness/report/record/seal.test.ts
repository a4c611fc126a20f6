import { describe, expect, it } from 'vitest'
import { inForm } from '../../../../harness/report/forms.ts'
import { readReportFile } from '../../../../harness/report/record/read-report-file.ts'
import { reportFile, unfinishedReport } from '../../../../harness/report/record/report-file.ts'
import { whyUnsealed } from '../../../../harness/report/record/seal.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const TEXT = inForm('json', reportFile([madeReport({ violations: [madeViolation()] })]), {})
const why = (text: string) => whyUnsealed(readReportFile(text, 'report.json'))

describe('the checksum of a report', () => {
  it('holds for what was written, however it is indented since', () => {
    expect(why(TEXT)).toBeUndefined()
    expect(why(JSON.stringify(JSON.parse(TEXT)))).toBeUndefined()
  })

  it.each([
    ['a seed', /"seed": \d+/, '"seed": 999'],
    ['a violation that is taken out', /"violations": \[[\s\S]*?\n {6}\]/, '"violations": []'],
    ['the verdict', /"exitCode": \d/, '"exitCode": 3'],
    ['the checksum', /"sha256": ".{64}/, `"sha256": "${'0'.repeat(64)}`],
  ])('tells that it was edited: %s', (_, from, to) => {
    expect(TEXT).toMatch(from)
    expect(why(TEXT.replace(from, to))).toMatch(/^it has been changed since it was written/)
  })

  it('is missed where it was taken out, and wanted nowhere before a run has ended', () => {
    expect(why(TEXT.replace(/,\s*"sha256": "[0-9a-f]*"(?=\s*\}\s*\}\s*$)/, ''))).toBe(
      'it has no checksum',
    )
    expect(whyUnsealed(unfinishedReport([]))).toBeUndefined()
  })
})
