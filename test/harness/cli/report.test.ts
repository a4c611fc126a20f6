import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inForm } from '../../../harness/report/forms.ts'
import { reportFile } from '../../../harness/report/record/report-file.ts'
import { terminalReport } from '../../../harness/report/terminal/terminal.ts'
import { clauseReport, madeReport, madeViolation } from '../../support/made-report.ts'
import { runProgram } from '../../support/run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

const held = reportFile([madeReport()])
const violated = reportFile([
  madeReport({
    target: 'other',
    clauses: [clauseReport('PAGE-1', 'violated')],
    violations: [madeViolation()],
  }),
])

const at = (name: string) => join(folder, name)
const report = (...words: readonly string[]) => runProgram(['report', ...words])

beforeAll(() => {
  writeFileSync(at('held.json'), inForm('json', held, {}))
  writeFileSync(at('violated.json'), inForm('json', violated, {}))
  writeFileSync(at('cut.json'), inForm('json', violated, {}).slice(0, -40))
  writeFileSync(at('other.json'), '{"version":1,"runs":[]}')
  writeFileSync(at('none.txt'), 'PASS')
})

describe('report', () => {
  it('shows a report as verify did, with the exit code of the run', async () => {
    const { stdout, stderr, exitCode } = await report(at('violated.json'))
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    expect(stdout).toBe(violated.runs.map((run) => terminalReport(run)).join(''))
  })

  it('shows several, and ends with the highest of their codes', async () => {
    const { stdout, exitCode } = await report(at('held.json'), at('violated.json'))
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^abc {2}module(.|\n)*\nother {2}module/)
    expect((await report(at('held.json'))).exitCode).toBe(0)
  })

  it('says of a file that is cut off that it is incomplete, and shows what is left of it', async () => {
    const { stdout, stderr, exitCode } = await report(at('cut.json'), at('held.json'))
    expect(exitCode).toBe(3)
    expect(stderr).toBe(
      `${at('cut.json')} is incomplete: the report has no closing record: it, or the run itself, was cut short\n`,
    )
    expect(stdout).toContain('✗ PAGE-1')
  })

  it('makes any other form again, out of all files together', async () => {
    const words = ['--report', `junit=${at('r.xml')}`, '--report', `markdown=${at('r.md')}`]
    const files = [at('held.json'), at('violated.json')]
    const { stdout, exitCode } = await report(...files, ...words, '--report', 'github=-')
    const both = reportFile([...held.runs, ...violated.runs])
    expect(exitCode).toBe(1)
    expect(stdout).toBe(inForm('github', both, {}))
    expect(readFileSync(at('r.xml'), 'utf8')).toBe(inForm('junit', both, {}))
    expect(readFileSync(at('r.md'), 'utf8')).toBe(inForm('markdown', both, {}))
  })

  it('says what has changed since an earlier report, below the report or in the page', async () => {
    const earlier = ['--compare', at('held.json')]
    const { stdout, exitCode } = await report(at('violated.json'), ...earlier)
    expect(exitCode).toBe(1)
    expect(stdout).toContain(`Compared with ${at('held.json')}\n  unchanged `)
    const page = await report(at('violated.json'), ...earlier, '--report', 'html=-')
    expect(page.stdout).toContain(`Since <code>${at('held.json')}</code>`)
    expect((await report(at('held.json'), '--compare', at('none.txt'))).exitCode).toBe(2)
  })

  it('makes the very same file of a record', async () => {
    const { stdout } = await report(at('violated.json'), '--report', 'json=-')
    expect(stdout).toBe(readFileSync(at('violated.json'), 'utf8'))
  })

  it.each([
    ['that is none', ['none.txt'], 'is not a report of verify: it does not begin as one'],
    ['of another version', ['other.json', 'cut.json'], 'is a report of version 1, and this tool'],
    ['that is not there', ['nothing.json'], 'cannot be read: ENOENT'],
  ])('is wrong use for a file %s, on one clear line', async (_, names, words) => {
    const { stdout, stderr, exitCode } = await report(...names.map(at))
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr.split('\n')[0]).toContain(`error: ${at(names[0] ?? '')} ${words}`)
  })

  it.each([
    ['a form that there is not', 'pdf=a.pdf', 'There is no form "pdf"; there are json, junit,'],
    ['a folder that there is not', 'junit=no/such/a.xml', '--report junit=no/such/a.xml cannot be'],
  ])('is wrong use with %s', async (_, wanted, words) => {
    const { stderr, exitCode } = await report(at('held.json'), '--report', wanted)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(words)
  })
})
