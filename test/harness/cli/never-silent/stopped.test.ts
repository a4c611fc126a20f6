import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { AuthorFolder, expectNoProcessOf, fixture } from './author-folder.ts'

/** Halts the process of a command, which is the child of the one that was started. */
function halt(supervisor: number): void {
  const children = readFileSync(`/proc/${supervisor}/task/${supervisor}/children`, 'utf8')
  process.kill(Number.parseInt(children, 10), 'SIGSTOP')
}

const STAND_IN = `${process.cwd()}/test/python/stix_shifter_stand_in`

// Which processes live is read from /proc.
describe.skipIf(process.platform !== 'linux')('a run that is stopped', { timeout: 90_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s says so, keeps what was found, ends with 3, and leaves no process',
    async (signal) => {
      const folder = new AuthorFolder()
      const run = folder.verify([fixture('breaks-and-waits'), '--only', 'MODE-1,MODE-3'])
      await folder.said('is_async has broken its clause')
      run.child.kill(signal)
      const { exitCode, stdout, stderr } = await run.ended
      expect(exitCode).toBe(3)
      expect(stderr).toContain(`${signal}: stopping`)
      expect(stdout).toContain(`stopped by ${signal}`)
      const { runs, closing } = folder.report()
      expect(closing).toMatchObject({ complete: false, exitCode: 3, violations: 1 })
      expect(runs[0]?.trouble[0]).toBe(`stopped by ${signal}`)
      expect(runs[0]?.violations.map(({ clause }) => clause)).toEqual(['MODE-1'])
      expect(folder.kept()).toEqual([runs[0]?.violations[0]?.id])
      await expectNoProcessOf(run)
    },
  )

  it('by Ctrl-C, which reaches its workers too, keeps what these have found all the same', async () => {
    const folder = new AuthorFolder()
    const run = folder.verify([fixture('breaks-and-waits'), '--only', 'MODE-1,MODE-3'])
    await folder.said('is_async has broken its clause')
    process.kill(-(run.child.pid ?? 0), 'SIGINT')
    expect((await run.ended).exitCode).toBe(3)
    expect(folder.report().closing).toMatchObject({ complete: false, violations: 1 })
    await expectNoProcessOf(run)
  })

  it('ends while a debugger is waited for', async () => {
    const folder = new AuthorFolder()
    const run = folder.verify([fixture('never-returns'), '--only', 'LIFE-10', '--inspect-brk'])
    await run.said('a debugger attaches')
    run.child.kill('SIGTERM')
    expect((await run.ended).exitCode).toBe(3)
    expect(folder.report().runs[0]?.trouble[0]).toBe('stopped by SIGTERM')
    await expectNoProcessOf(run)
  })

  it('ends also where a connector never gives its process back', async () => {
    const folder = new AuthorFolder()
    const run = folder.verify([fixture('never-returns'), '--only', 'MODE-1,LIFE-10'])
    await folder.said('delete is called')
    run.child.kill('SIGTERM')
    expect((await run.ended).exitCode).toBe(3)
    expect(folder.report().runs[0]?.trouble[0]).toBe('stopped by SIGTERM')
    await expectNoProcessOf(run)
  })

  it('a second time ends at once, and leaves a report that says that it is incomplete', async () => {
    const folder = new AuthorFolder()
    const run = folder.verify([fixture('never-returns'), '--only', 'LIFE-10'])
    await folder.said('delete is called')
    run.child.kill('SIGINT')
    await run.said('again: at once')
    // Else it might come to its end before the second one.
    halt(run.child.pid ?? 0)
    // Until one is not taken for the first one once more, which npx would send at the same time.
    const again = setInterval(() => run.child.kill('SIGINT'), 50)
    const { exitCode, stdout, stderr } = await run.ended
    clearInterval(again)
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    const why = 'it was stopped at once by a second SIGINT'
    expect(stderr).toContain(`\nerror: the run ended before its record was closed: ${why}\n`)
    const { runs, closing } = folder.report()
    // Its worker may have had the time to say how far it came.
    const howFar =
      /^LIFE-10 (did not run to its end|could not be finished: it was stopped after 0 cases)$/
    expect(runs[0]?.trouble).toEqual(['the run was cut short', expect.stringMatching(howFar)])
    expect(closing).toMatchObject({ complete: false, exitCode: 3, trouble: [why] })
    await expectNoProcessOf(run)
  })

  it('before anything is known of the connector says so, and ends its processes', async () => {
    const folder = new AuthorFolder()
    const run = folder.verify(['--only', 'MODE-1', '--', 'sh', '-c', 'exec sleep 1000', 'sh'])
    await vi.waitFor(() => expect(run.processes()).toContain('sleep 1000 '), { timeout: 20_000 })
    run.child.kill('SIGINT')
    expect((await run.ended).exitCode).toBe(3)
    const { closing } = folder.report()
    expect(closing?.trouble).toEqual([expect.stringContaining('stopped by SIGINT')])
    await expectNoProcessOf(run)
  })

  it('ends the Python workers of its workers', async () => {
    const folder = new AuthorFolder()
    const words = [
      '--stix-shifter',
      STAND_IN,
      '--module',
      'abc_security_monitor',
      '--only',
      'PAGE,LIFE',
    ]
    const run = folder.verify([...words, '--runs', '1000'])
    const isRunning = (name: string) => run.processes().some((line) => line.includes(name))
    const bothRun = () => expect(isRunning('forks.js') && isRunning('worker.py')).toBe(true)
    await vi.waitFor(bothRun, { timeout: 20_000 })
    run.child.kill('SIGTERM')
    expect((await run.ended).exitCode).toBe(3)
    expect(folder.report().runs[0]?.trouble[0]).toBe('stopped by SIGTERM')
    await expectNoProcessOf(run)
  })
})
