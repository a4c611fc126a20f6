import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { whyIncomplete } from '../../../../harness/report/record/incomplete.ts'
import { SOURCE_MAIN } from '../../../support/command-line/paths.ts'
import { AuthorFolder, expectNoProcessOf, fixture } from './author-folder.ts'

/** The source, since the fixture changes one of its modules. */
const preload = (name: string) => ({
  main: SOURCE_MAIN,
  env: { NODE_OPTIONS: `--import=${pathToFileURL(fixture(name)).href}` },
})

// Which processes live is read from /proc.
describe.skipIf(process.platform !== 'linux')(
  'a run that is cut short',
  { timeout: 90_000 },
  () => {
    it('by a defect of a check names it, and keeps what other checks found', async () => {
      const folder = new AuthorFolder()
      const run = folder.verify(['abc', '--only', 'MODE-1,LIFE-10'], preload('crash-in-a-check'))
      expect((await run.ended).exitCode).toBe(3)
      const { runs, closing } = folder.report()
      expect(closing?.complete).toBe(false)
      expect(runs[0]?.trouble).toEqual([
        'LIFE-10 could not be finished: TypeError: a defect of the check',
      ])
      expect(runs[0]?.checks).toMatchObject([{ state: 'held' }, { state: 'undecided' }])
      await expectNoProcessOf(run)
    })

    it('by a disk that is full says so where there is room, and leaves no older report', async () => {
      const folder = new AuthorFolder()
      // What fits into 8 blocks can be written, and nothing else.
      const shell = 'ulimit -f 8; exec "$@"'
      const words = ['abc', '--only', 'MODE-1', '--report', 'badge=badge.json']
      const run = folder.verify(words, { shell })
      const { exitCode, stdout, stderr } = await run.ended
      expect(exitCode).toBe(3)
      expect(stdout).toContain('MODE-1 ✓')
      expect(stderr).toContain('error: --json report.json cannot be written: EFBIG')
      expect(folder.report()).toEqual({ version: 2, runs: [] })
      expect(JSON.parse(folder.read('badge.json'))).toMatchObject({ isError: true })
      await expectNoProcessOf(run)
    })

    it('by a disk that is full says so where a failure cannot be kept, too', async () => {
      const folder = new AuthorFolder()
      const shell = 'ulimit -f 1; exec "$@"'
      const run = folder.verify([fixture('breaks-and-waits'), '--only', 'MODE-1'], { shell })
      const { exitCode, stdout } = await run.ended
      expect(exitCode).toBe(3)
      expect(stdout).toContain('✗ MODE-1')
      expect(stdout).toContain('failures cannot be kept: EFBIG')
    })

    it('by a reader who goes away says so in the report', async () => {
      const folder = new AuthorFolder()
      const run = folder.verify(['abc', '--only', 'MODE-1'])
      run.child.stdout?.destroy()
      const { exitCode, stderr } = await run.ended
      const why = 'standard output was closed before the report was written'
      expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: `error: ${why}\n` })
      const report = folder.report()
      expect(report.runs[0]?.checks).toMatchObject([{ check: 'MODE-1', state: 'held' }])
      expect(report.closing).toMatchObject({ complete: false, exitCode: 3, trouble: [why] })
      expect(whyIncomplete(report)).toBe(why)
      await expectNoProcessOf(run)
    })

    it('by an output without room says so in the report', async () => {
      const folder = new AuthorFolder()
      const shell = 'exec "$@" > /dev/full'
      const { exitCode, stderr } = await folder.verify(['abc', '--only', 'MODE-1'], { shell }).ended
      expect(exitCode).toBe(3)
      expect(stderr).toContain('ENOSPC')
      const [why] = folder.report().closing?.trouble ?? []
      expect(why).toMatch(/^standard output cannot be written: ENOSPC/)
    })

    it('by a connector that does not load keeps the report of the one before it', async () => {
      const folder = new AuthorFolder()
      // What the environment would preload is kept from connectors, but for what is named.
      const { NODE_OPTIONS } = preload('second-does-not-load').env
      const words = ['--reference', '--only', 'MODE-1', '--env', `NODE_OPTIONS=${NODE_OPTIONS}`]
      const run = folder.verify(words)
      const { exitCode, stdout, stderr } = await run.ended
      expect(exitCode).toBe(3)
      expect(stdout).toContain('MODE-1 ✓')
      expect(stderr).toContain('error: ')
      expect(stderr).toContain('abc-security-monitor-sync')
      const { runs, closing } = folder.report()
      expect(runs).toMatchObject([{ target: 'abc-security-monitor', trouble: [] }])
      expect(closing).toMatchObject({ complete: false, exitCode: 3, runs: 1 })
      expect(closing?.trouble).toEqual([expect.stringContaining('abc-security-monitor-sync: ')])
    })

    it('since nothing that was asked for applies is never green', async () => {
      const folder = new AuthorFolder()
      const { exitCode, stdout } = await folder.verify([
        'abc-security-monitor-sync',
        ...['--only', 'LIFE-8'],
      ]).ended
      expect(exitCode).toBe(3)
      const [why] = folder.report().runs[0]?.trouble ?? []
      expect(why).toBe(
        'no check ran: none that was asked for applies to this connector (LIFE-8: the connector is synchronous)',
      )
      // It is told on lines of a terminal's width.
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(why)
    })
  },
)
