import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { htmlReport } from '../../../../harness/report/html/html-report.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import { clauseReport, madeReport, madeViolation } from '../../../support/made-report.ts'

const violated = (change = {}) =>
  madeReport({
    clauses: [clauseReport('PAGE-1', 'violated')],
    violations: [madeViolation()],
    ...change,
  })
const page = (...runs: Parameters<typeof reportFile>[0]) => htmlReport(reportFile(runs))

describe('the page of a report', () => {
  it('is the same for the same report', () => {
    expect(page(violated())).toBe(page(violated()))
  })

  it('may run and load nothing but what it holds', () => {
    const text = page(violated())
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(text) ?? []
    const hashOf = (name: string) => {
      const [, content = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text) ?? []
      return createHash('sha256').update(content).digest('base64')
    }
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src 'sha256-${hashOf('style')}'`,
      `script-src 'sha256-${hashOf('script')}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(text).not.toMatch(/ style="| on\w+="/)
  })

  it('holds the record, as long as that is not too long', () => {
    const report = reportFile([violated()])
    const [, record = ''] = /id="record">(.*?)<\/script>/s.exec(htmlReport(report)) ?? []
    expect(JSON.parse(record)).toEqual(JSON.parse(JSON.stringify(report)))
    const long = htmlReport(reportFile([violated({ trouble: ['x'.repeat(1_600_000)] })]))
    expect(long).not.toContain('id="record"')
    expect(long).not.toContain('Save JSON')
  })

  it('lets nothing of a report become markup', () => {
    const evil = '</script><img src=x onerror=alert(1)>"\' onclick=alert(1)<!--'
    const { transcript } = madeViolation()
    const violation = madeViolation({
      ...{ check: 'PAGE-1', claim: evil, expected: evil, actual: evil, explanation: [evil] },
      ...{ counterexample: { [evil]: evil }, again: evil, replay: evil, reproduce: evil },
      transcript: transcript.map((call) => ({
        ...call,
        ...{ arguments: [evil], answer: evil, change: evil, stderr: evil },
      })),
    })
    const text = page(
      violated({
        target: evil,
        location: evil,
        limits: [evil],
        trouble: [evil],
        violations: [violation],
      }),
    )
    expect(text).not.toContain('<img')
    expect(text.match(/<script/g)).toHaveLength(2)
    expect(text.match(/<\/script/g)).toHaveLength(2)
  })

  it('names the whole record, where one is known', () => {
    const text = htmlReport(reportFile([violated()]), { whole: 'report.json' })
    expect(text).toContain('The whole record: <code>report.json</code>')
  })

  it('stays under five million bytes with thousands of violations, and counts what it leaves out', () => {
    const answer = JSON.stringify({ success: true, data: Array(200).fill({ id: 'a🜚' }) })
    const [first] = madeViolation().transcript
    if (first === undefined) throw new Error('there is no call')
    const transcript = Array.from({ length: 6 }, () => ({ ...first, answer }))
    const violations = Array.from({ length: 2_000 }, (_, index) =>
      madeViolation({ transcript, explanation: [`reason ${index}`] }),
    )
    const text = page(violated({ violations }))
    expect(Buffer.byteLength(text)).toBeLessThan(5_000_000)
    const drawn = text.split('class="violation').length - 1
    expect(drawn).toBeGreaterThan(300)
    expect(text).toContain(`${(2_000 - drawn).toLocaleString('en')} more violations left out`)
  })
})
