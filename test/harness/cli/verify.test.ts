import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { inForm } from '../../../harness/report/forms.ts'
import { readReportFile } from '../../../harness/report/record/read-report-file.ts'
import { runProgram } from '../../support/run-program.ts'

/** One worker, since these runs are small and each takes its time to start; nothing but what is listed, nothing kept. */
const QUICK = ['--jobs', '1', '--no-store', '--runs', '1']
const verify = (...words: readonly string[]) => runProgram(['verify', ...QUICK, ...words])

const CONNECTORS = 'test/harness/cli/fixtures'
const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

// Each run is a process with workers of its own; several at once would only wait for each other.
describe('verify', { timeout: 120_000 }, () => {
  it('of a connector that holds ends with 0, and writes the whole record as JSON', async () => {
    const path = join(folder, 'held.json')
    const words = ['abc', '--only', 'MODE-1', '--seed', '5', '--json', path]
    const { exitCode, stdout, stderr } = await verify(...words)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^abc {2}module \(own process\), asynchronous, over HTTPS\nseed 5, /)
    expect(stdout).toContain('MODE-1 ✓  MODE-2 ·')
    expect(stripVTControlCharacters(stdout)).toBe(stdout)
    const { version, runs } = JSON.parse(readFileSync(path, 'utf8'))
    expect(version).toBe(2)
    expect(runs).toMatchObject([
      {
        target: 'abc',
        mode: 'asynchronous',
        scheme: 'https',
        seed: 5,
        violations: [],
        trouble: [],
      },
    ])
    expect(runs[0].clauses).toContainEqual({
      clause: 'MODE-1',
      level: 'MUST',
      outcome: 'held',
      cases: { tried: 3, planned: 3 },
      restsOn: { cases: 3, answers: 6, requests: 0 },
    })
  })

  it('of a broken connector ends with 1, names the clause, and the line it gives repeats it', async () => {
    const path = join(folder, 'violated.json')
    const connector = `${CONNECTORS}/text-for-boolean.ts`
    const words = [connector, '--only', 'MODE-1', '--http', '--seed', '7', '--json', path]
    const first = await verify(...words)
    expect(first.exitCode).toBe(1)
    expect(first.stdout).toContain(`${connector}  module (own process), asynchronous, over HTTP\n`)
    expect(first.stdout).toContain('✗ MODE-1  MUST  ')
    expect(first.stdout).toContain('    Expected  true or false\n    Actual    "true"\n')
    expect(first.stdout).toContain('The connector breaks the contract.')

    const [run] = JSON.parse(readFileSync(path, 'utf8')).runs
    expect(run.violations).toMatchObject([
      { clause: 'MODE-1', counterexample: 'nothing has happened', actual: '"true"' },
    ])
    const [npx, name, subcommand, ...again] = shellWords(run.violations[0].again)
    expect([npx, name, subcommand]).toEqual(['npx', 'connector-contract', 'verify'])
    const second = await verify(...again)
    expect(second.exitCode).toBe(1)
    expect(withoutTimes(second.stdout)).toBe(withoutTimes(first.stdout))
  })

  it('writes every form of report that is asked for, and tells GitHub inside its Actions', async () => {
    const at = (name: string) => join(folder, name)
    const connector = `${CONNECTORS}/text-for-boolean.ts`
    const { exitCode, stdout } = await runProgram(
      [
        ...['verify', ...QUICK, connector, '--only', 'MODE-1', '--http', '--json', at('all.json')],
        ...['--report', `junit=${at('all.xml')}`, '--report', `sarif=${at('all.sarif')}`],
        ...['--report', `html=${at('all.html')}`],
      ],
      { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: at('summary.md') },
    )
    expect(exitCode).toBe(1)
    const text = readFileSync(at('all.json'), 'utf8')
    const report = readReportFile(text, 'all.json')
    expect(text).toBe(inForm('json', report, {}))
    expect(report.closing).toMatchObject({ complete: true, exitCode: 1, violations: 1 })
    expect(report.runs[0]).toMatchObject({
      location: connector,
      coverage: { clauses: expect.arrayContaining([MODE_1_BROKEN]) },
      timings: { jobs: 1, checks: [{ check: 'MODE-1' }] },
    })
    expect(readFileSync(at('all.xml'), 'utf8')).toBe(inForm('junit', report, {}))
    expect(readFileSync(at('all.sarif'), 'utf8')).toBe(inForm('sarif', report, {}))
    expect(readFileSync(at('all.html'), 'utf8')).toBe(
      inForm('html', report, { whole: at('all.json') }),
    )
    expect(readFileSync(at('summary.md'), 'utf8')).toBe(
      inForm('markdown', report, { whole: at('all.json') }),
    )
    expect(stdout).toMatch(/^::stop-commands::/)
    expect(stdout.endsWith(inForm('github', report, {}))).toBe(true)
  })

  it('ends with 1 for a SHOULD under --strict alone, and says what has changed since an earlier run', async () => {
    const path = join(folder, 'lenient.json')
    const words = [`${CONNECTORS}/unknown-for-invalid.ts`, '--only=PAGE-5', '--http']
    const lenient = await verify(...words, '--json', path)
    const strict = await verify(...words, '--strict', '--compare', path)
    expect(lenient.exitCode).toBe(0)
    expect(lenient.stdout).toContain('! PAGE-5  SHOULD  ')
    expect(strict.exitCode).toBe(1)
    expect(strict.stdout).toContain('which --strict asks for')
    expect(strict.stdout).toContain(
      `Compared with ${path}\n  still broken      PAGE-5 code (SHOULD)\n`,
    )
  })

  it('runs a command as one process a call', async () => {
    const command = [process.execPath, `${CONNECTORS}/always-true.ts`]
    const { exitCode, stdout } = await verify('--only', 'MODE-1', '--http', '--', ...command)
    expect(exitCode).toBe(0)
    // A long target has a line of its own.
    expect(stdout).toMatch(
      /always-true\.ts\s+command \(one process a call\), asynchronous, over HTTP\n/,
    )
  })

  it('takes both reference connectors with --reference, each with what applies to it', async () => {
    const path = join(folder, 'both.json')
    const words = ['--reference', '--only', 'LIFE-8,MODE-1', '--http', '--json', path]
    const { exitCode } = await verify(...words)
    expect(exitCode).toBe(0)
    const { runs } = JSON.parse(readFileSync(path, 'utf8'))
    expect(runs).toMatchObject([
      { target: 'abc-security-monitor', mode: 'asynchronous' },
      { target: 'abc-security-monitor-sync', mode: 'synchronous' },
    ])
    expect(runs.map(outcomeOfLife8)).toEqual(['held', 'not-applicable'])
  })

  it('of a connector that takes its process along tells which clause that breaks, and ends with 1', async () => {
    const path = join(folder, 'died.json')
    const words = [`${CONNECTORS}/dies-in-ping.ts`, '--only', 'ERR-5,MODE-1', '--http']
    const { exitCode, stdout } = await verify(...words, '--json', path)
    expect(exitCode).toBe(1)
    expect(stdout).toContain('a crash by signal SIGKILL')
    const [run] = JSON.parse(readFileSync(path, 'utf8')).runs
    const outcomeOf = (id: string) =>
      run.clauses.find(({ clause }: { clause: string }) => clause === id)?.outcome
    expect([outcomeOf('ERR-5'), outcomeOf('MODE-1')]).toEqual(['violated', 'held'])
  })

  it('takes declarations from the command line or a file', async () => {
    const file = join(folder, 'declarations.json')
    writeFileSync(file, '{"delete": "no-op"}')
    for (const given of ['{"delete": "no-op"}', file]) {
      const words = ['abc', '--only', 'LIFE-10,MODE-1', '--http', '--declare', given]
      const { exitCode, stdout } = await verify(...words)
      expect(exitCode).toBe(0)
      expect(stdout).toContain('LIFE-10 –')
    }
  })
})

const MODE_1_BROKEN = expect.objectContaining({ clause: 'MODE-1', method: 'is_async', held: 0 })

type Clauses = { clauses: { clause: string; outcome: string }[] }
const outcomeOfLife8 = ({ clauses }: Clauses) =>
  clauses.find(({ clause }) => clause === 'LIFE-8')?.outcome

function withoutTimes(report: string): string {
  return report.replaceAll(/ in \d+\.\d s\./g, '')
}

function shellWords(command: string): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}
