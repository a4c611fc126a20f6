import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tellGitHub, withoutCommands } from '../../../harness/cli/github-actions.ts'
import { inForm } from '../../../harness/report/forms.ts'
import { reportFile } from '../../../harness/report/record/report-file.ts'
import { madeReport, madeViolation } from '../../support/made-report.ts'

const report = reportFile([madeReport({ violations: [madeViolation()] })])

let folder: string
let written: Record<'stdout' | 'stderr', string>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
  written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += text
      return true
    })
  }
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

describe('inside GitHub Actions', () => {
  it('what is broken is annotated, and the summary of the job goes on with the report', async () => {
    const summary = join(folder, 'summary.md')
    await writeFile(summary, 'of the step before\n')
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
    await tellGitHub(report, 'report.json', env)
    expect(written).toEqual({ stdout: inForm('github', report, {}), stderr: '' })
    const markdown = inForm('markdown', report, { whole: 'report.json' })
    expect(await readFile(summary, 'utf8')).toBe(`of the step before\n${markdown}`)
  })

  it('a summary that is not there, or cannot be written, is no failure', async () => {
    const env = { GITHUB_ACTIONS: 'true' }
    await tellGitHub(report, undefined, env)
    await tellGitHub(report, undefined, { ...env, GITHUB_STEP_SUMMARY: '' })
    expect(written.stderr).toBe('')
    await tellGitHub(report, undefined, { ...env, GITHUB_STEP_SUMMARY: folder })
    expect(written.stderr).toMatch(
      /^warning: the summary of the job cannot be written: EISDIR.*\n$/,
    )
  })

  it('no line of a report is taken for a command, whatever the connector has it say', () => {
    const text = 'Actual\n  ::add-mask::a\n'
    const shown = withoutCommands(text, { GITHUB_ACTIONS: 'true' })
    const [, token] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(shown) ?? []
    expect(shown).toBe(`::stop-commands::${token}\n${text}::${token}::\n`)
    expect(withoutCommands(text, { GITHUB_ACTIONS: 'true' })).not.toBe(shown)
  })
})

describe('elsewhere', () => {
  it('nothing is annotated, and a report is as it is', async () => {
    const summary = join(folder, 'summary.md')
    await tellGitHub(report, undefined, { GITHUB_STEP_SUMMARY: summary })
    expect(written).toEqual({ stdout: '', stderr: '' })
    await expect(readFile(summary)).rejects.toThrow('ENOENT')
    expect(withoutCommands('::a::', {})).toBe('::a::')
  })
})
