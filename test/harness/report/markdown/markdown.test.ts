import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownReport } from '../../../../harness/report/markdown/markdown.ts'
import { codeBlock, inlineCode } from '../../../../harness/report/markdown/markdown-text.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import type { ReportedViolation } from '../../../../harness/report/record/run-report.ts'
import {
  clauseReport,
  madeExchange,
  madeReport,
  madeViolation,
} from '../../../support/made-report.ts'

const violated = (violations: readonly ReportedViolation[]) =>
  reportFile([madeReport({ clauses: [clauseReport('PAGE-1', 'violated')], violations })])

/** Violations that have no cause in common. */
const many = (count: number, change: Partial<ReportedViolation> = {}) =>
  Array.from({ length: count }, (_, index) =>
    madeViolation({ explanation: [`reason ${'abcdefghij'[index % 10]}${index}`], ...change }),
  )

describe('the markdown report', () => {
  it('of a run that holds is a verdict and a table', () => {
    expect(markdownReport(reportFile([madeReport()]))).toBe(`## ✓ connector-contract

| target | verdict | clauses | cases | time |
|---|---|---|---|---|
| \`abc\` | holds 2 clauses | 2 held | 6 | 1.2 s |

| family | clauses |
|---|---|
| Mode | MODE-1 ✓ |
| Pagination | PAGE-1 ✓ |

✓ held

Data source \`ABC Security Monitor (0123456789ab)\`
`)
  })

  it('of a broken connector has each violation as it stands on a terminal', () => {
    const text = markdownReport(violated([madeViolation()]))
    expect(text).toContain('## ✗ connector-contract\n')
    expect(text).toContain('<details><summary><b>PAGE-1</b> MUST <code>`results`: rows a, b, not')
    expect(text).toContain(
      '```text\n    Claim     results(id, offset, length) is rows [offset, offset + length)\n    Case      rows 3, pageSize 10, offset 1, length 2\n',
    )
    expect(text).toContain(
      '    Again     npx connector-contract verify abc --only PAGE-1 --seed 1\n```',
    )
  })

  it('says of a run without a verdict, and of a report that is cut short, that they are incomplete', () => {
    const stuck = markdownReport(reportFile([madeReport({ trouble: ['a worker died'] })]))
    expect(stuck).toContain('## … connector-contract')
    expect(stuck).toContain('no verdict:\n\n```text\na worker died\n```')
    expect(markdownReport({ version: 2, runs: [madeReport()] })).toContain(
      '**Incomplete:** the report has no closing record',
    )
  })

  it('stays under 60,000 bytes, and says how many violations it leaves out and where they are', () => {
    const text = markdownReport(violated(many(2_000)), { whole: 'report.json' })
    expect(Buffer.byteLength(text)).toBeLessThan(60_000)
    const shown = text.split('<details>').length - 1
    expect(shown).toBeGreaterThan(20)
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      `**${2_000 - shown} more violations are left out here: the whole is \`report.json\`.**`,
    )
  })

  it('stays under 60,000 bytes whatever the violations hold', () => {
    const answer = JSON.stringify({ success: true, data: ['🜚'.repeat(4_000)] })
    const exchanges = Array.from({ length: 40 }, (_, index) =>
      madeExchange({ request: { method: 'GET', path: `/🜚${index}`.repeat(90), headers: {} } }),
    )
    const call = { method: 'results', arguments: ['🜚'.repeat(900)], answer, exchanges } as const
    const transcript = Array.from({ length: 20 }, () => ({ ...call, command: '' }))
    const again = `npx connector-contract verify --declare '${'🜚 '.repeat(20_000)}'`
    const violation = { transcript, expected: '🜚'.repeat(20_000), claim: '🜚'.repeat(20_000), again }
    const runs = Array.from({ length: 40 }, () =>
      madeReport({
        target: '🜚'.repeat(5_000),
        violations: many(3, violation),
        trouble: ['🜚'.repeat(90_000), 'b'],
      }),
    )
    for (const report of [violated(many(30, violation)), reportFile(runs)]) {
      expect(Buffer.byteLength(markdownReport(report))).toBeLessThan(60_000)
    }
  })

  it('lets no text of the connector out of its block', () => {
    const evil = '```\n<img src=x onerror=alert(1)> @octocat\n~~~\n</details>\n``````'
    const violation = madeViolation({ actual: evil, expected: evil, claim: evil })
    const call = violation.transcript[0]
    if (call === undefined) throw new Error('it has no call')
    const transcript = [{ ...call, answer: evil }]
    const run = madeReport({
      ...{ target: `${evil} | a`, trouble: [evil] },
      violations: [{ ...violation, transcript }],
    })
    const outside = withoutCode(markdownReport(reportFile([run])))
    expect(outside).not.toMatch(/octocat|onerror|~~~/)
    expect(outside.match(/<\/?[a-z]+>/g)).toEqual([
      ...['<details>', '<summary>', '<b>', '</b>', '</summary>', '</details>'],
    ])
  })
})

/** What GitHub takes for markdown or HTML: neither in a block of code, nor in code within a line. */
function withoutCode(markdown: string): string {
  let fence: string | undefined
  const lines = markdown.split('\n').filter((line) => {
    const [ticks] = /^`{3,}/.exec(line) ?? []
    const isFence = fence === undefined ? ticks !== undefined : line === fence
    if (isFence) fence = fence === undefined ? ticks : undefined
    return fence === undefined && !isFence
  })
  expect(fence).toBeUndefined()
  return lines
    .join('\n')
    .replaceAll(/<code>[^<]*<\/code>/g, '')
    .replaceAll(/(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/g, '')
}

describe('code in markdown', () => {
  const anyText = fc.string({ unit: fc.constantFrom('`', '|', '\n', 'a', ' ', '<', '~') })

  it('ends where it is meant to, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(withoutCode(`before ${inlineCode(text)} behind`)).toBe('before  behind')
        expect(inlineCode(text)).not.toContain('\n')
        expect(withoutCode(`before\n${codeBlock(text.split('\n'))}\nbehind`)).toBe('before\nbehind')
      }),
    )
  })
})
