import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { inForm } from '../../../../harness/report/forms.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import { madeReport } from '../../../support/made-report.ts'
import { AuthorFolder, expectNoProcessOf, fixture } from '../never-silent/author-folder.ts'
import type { Started } from '../never-silent/start-verify.ts'

const EARLIER = inForm('json', reportFile([madeReport()]), {})

/** A folder in which an earlier run was green. */
function folderWith(source = ''): AuthorFolder {
  const folder = new AuthorFolder()
  writeFileSync(join(folder.path, 'report.json'), EARLIER)
  writeFileSync(join(folder.path, 'source.ts'), source)
  return folder
}

/** What a data source that is a module does to the process that loads it, and what is said of that. */
const ENDING: readonly (readonly [string, string])[] = [
  ['process.exit(0)', 'its process ended with exit code 0'],
  ['await new Promise(() => setTimeout(() => process.exit(0), 50))', 'ended with exit code 0'],
  ["process.on('exit', () => process.exit(0))", 'ended with exit code 0 after it had come to 2'],
  ["setTimeout(() => Promise.reject(new Error('late'))); await new Promise(() => {})", 'code 1'],
  ["process.kill(process.pid, 'SIGKILL')", 'its process was ended by SIGKILL'],
  ["(await import('node:fs')).closeSync(3)", 'its process was ended by SIGKILL'],
]

/** Deaf to signals, too: it would otherwise be ended by the first. */
const BLOCKING = `import { writeFileSync } from 'node:fs'
process.on('SIGINT', () => {})
writeFileSync('said.txt', 'loops')
for (;;) {}`

const lineOf = (why: string) =>
  new RegExp(`^error: the run ended before its record was closed: .*${why}$`, 'm')

// Which processes live is read from /proc.
describe.skipIf(process.platform !== 'linux')('a run', { timeout: 90_000 }, () => {
  it.each(ENDING)('is never green by what ends its process: %s', async (code, why) => {
    const folder = folderWith(`${code}\nexport default {}`)
    const run = folder.verify(['abc', '--data-source', './source.ts', '--only', 'MODE-1'])
    const { exitCode, stdout, stderr } = await run.ended
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr).toMatch(lineOf(why))
    const { closing } = folder.report()
    expect(closing).toMatchObject({ complete: false, exitCode: 3 })
    expect(closing?.trouble?.join()).toContain(why)
    await expectNoProcessOf(run)
  })

  it('that is killed in its midst is reported as far as it had come', async () => {
    const folder = folderWith()
    const run = folder.verify([fixture('breaks-and-waits'), '--only', 'MODE-1,MODE-3'])
    await folder.said('is_async has broken its clause')
    process.kill(commandProcessOf(run), 'SIGKILL')
    const { exitCode, stderr } = await run.ended
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(lineOf('its process was ended by SIGKILL'))
    const [report] = folder.report().runs
    expect(report?.trouble[0]).toBe('the run was cut short')
    expect(report?.trouble).toContain('MODE-3 did not run to its end')
    await expectNoProcessOf(run)
  })

  it('that is killed as it begins is not green', async () => {
    const folder = folderWith()
    const run = folder.verify(['abc', '--only', 'MODE-1'])
    await vi.waitFor(() => process.kill(commandProcessOf(run), 'SIGKILL'), { timeout: 20_000 })
    expect((await run.ended).exitCode).toBe(3)
    await expectNoProcessOf(run)
  })

  it('does not outlive whoever watches it, and leaves no report of an earlier one', async () => {
    const folder = folderWith()
    const run = folder.verify([fixture('breaks-and-waits'), '--only', 'MODE-1,MODE-3'])
    await folder.said('is_async has broken its clause')
    run.child.kill('SIGKILL')
    await expectNoProcessOf(run)
    expect(folder.report()).toEqual({ version: 2, runs: [] })
  })

  it('whose process is blocked is ended by whoever stops it twice', async () => {
    const folder = folderWith(BLOCKING)
    const run = folder.verify(['abc', '--data-source', './source.ts'])
    await folder.said('loops')
    // Until one is not taken for the first one once more.
    const stopping = setInterval(() => run.child.kill('SIGINT'), 50)
    const { exitCode, stderr } = await run.ended
    clearInterval(stopping)
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(lineOf('it was stopped at once by a second SIGINT'))
    expect(folder.report().closing).toMatchObject({ complete: false, exitCode: 3 })
    await expectNoProcessOf(run)
  })

  it('whose process is blocked does not outlive whoever watches it either', async () => {
    const folder = folderWith(BLOCKING)
    const run = folder.verify(['abc', '--data-source', './source.ts'])
    await folder.said('loops')
    run.child.kill('SIGKILL')
    await expectNoProcessOf(run)
  })

  it.each([
    ['the command line', ['--only', 'NONE-1']],
    ['what it names', ['--data-source', './source.ts']],
  ])('that is none, since %s is wrong, changes no file', async (_, words) => {
    const folder = folderWith('export default {}')
    const { exitCode } = await folder.verify(['abc', ...words]).ended
    expect(exitCode).toBe(2)
    expect(folder.read('report.json')).toBe(EARLIER)
  })

  it('can be compared with the very file that it writes', async () => {
    const folder = folderWith()
    const words = ['abc', '--only', 'MODE-1', '--compare', 'report.json']
    const { exitCode, stdout } = await folder.verify(words).ended
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Compared with report.json')
    expect(folder.report().closing?.complete).toBe(true)
  })
})

/** The process that the command runs in. @throws where there is none yet. */
function commandProcessOf({ child }: Started): number {
  const found = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return line.includes('command-process') && stat.includes(`) S ${child.pid} `.slice(3))
    } catch {
      return false
    }
  })
  if (found === undefined) throw new Error('the process of the command has not been started')
  return Number(found)
}
