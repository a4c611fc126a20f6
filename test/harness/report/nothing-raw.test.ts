import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FORMS, type FormName, inForm } from '../../../harness/report/forms.ts'
import { ReportFile } from '../../../harness/report/record/report-file.ts'
import { terminalReport } from '../../../harness/report/terminal/terminal.ts'

/** Sets a title, clears the screen, turns the line around, and tells a CI server what to do. */
const HOSTILE = '\u001b]0;x\u0007\u009b2J\u202e\0\r\n::error::boo\r##vso[task.complete]'
/** Whatever a terminal or a reader would act on, but for tabs and the ends of lines. */
const RAW = /[^\n\t\P{Cc}]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u
/** Of a real run, with everything in it that a report can have. */
const SAMPLE = new URL('../../../docs/samples/report.json', import.meta.url)

/** The same with a hostile text in place of every one that the schema lets through. */
function tampered(text: string): ReportFile {
  const kept = new Set<string>()
  for (;;) {
    const report: ReportFile = JSON.parse(text)
    change(report, [], kept)
    const { error } = ReportFile.safeParse(report)
    if (error === undefined) return report
    for (const { path } of error.issues) kept.add(path.join('/'))
  }
}

function change(value: unknown, path: readonly PropertyKey[], kept: ReadonlySet<string>): void {
  if (typeof value !== 'object' || value === null || kept.has(path.join('/'))) return
  const members = value as Record<string, unknown>
  for (const [name, each] of Object.entries(members)) {
    const own = [...path, name]
    if (typeof each === 'string' && !kept.has(own.join('/'))) members[name] = `${each}${HOSTILE}`
    else change(each, own, kept)
  }
}

const REPORT = tampered(readFileSync(SAMPLE, 'utf8'))
const forms = Object.keys(FORMS) as FormName[]

/** What is raw there first, with what stands before it. */
function rawIn(text: string): string {
  const at = RAW.exec(text)?.index
  return at === undefined ? '' : JSON.stringify(text.slice(Math.max(0, at - 90), at + 9))
}

it('many texts of a report are anybody’s to write', () => {
  expect(JSON.stringify(REPORT).split('::error::boo').length).toBeGreaterThan(500)
})

it.each(forms)('a report with control characters in every text has none in the form %s', (form) => {
  expect(rawIn(inForm(form, REPORT, {}))).toBe('')
})

it('nor in the terminal', () => {
  const text = REPORT.runs.map((run) => terminalReport(run, { matrix: true })).join('')
  expect(rawIn(text)).toBe('')
})

it('and no line of it begins as a command to GitHub Actions does', () => {
  const lines = inForm('github', REPORT, {}).split('\n')
  expect(lines.filter((line) => /^\s*::error::boo/.test(line))).toEqual([])
})
