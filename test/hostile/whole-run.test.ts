import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { whyIncomplete } from '../../harness/report/record/incomplete.ts'
import { readReportFile } from '../../harness/report/record/read-report-file.ts'
import { startVerify } from '../harness/cli/never-silent/start-verify.ts'
import { moduleThat } from './behaviours.ts'
import { HostileFolder } from './support/hostile-folder.ts'

/** One of each sort; `npm run prove` has all of them, also those that keep a core busy until their deadlines. */
const ROWS = [
  ['exits with 0', 'as its process exits'],
  ['blocks', 'in a method'],
  ['leaves a child in a session of its own', 'after its answer'],
] as const

// Which processes live is read from /proc.
describe.skipIf(process.platform !== 'linux')('verify', { timeout: 90_000 }, () => {
  it.each(ROWS)('of a module that %s %s is never green, and says why', async (...row) => {
    const folder = new HostileFolder()
    onTestFinished(() => folder.remove())
    const file = folder.write(row.join(' '), 'js', moduleThat(...row))
    writeFileSync(join(folder.path, 'report.json'), '{"of": "an earlier run"}')
    const words = ['--only', 'MODE-1', '--runs', '1', '--http', '--jobs', '1', '--timeout', '2']
    const run = startVerify([`./${file}`, ...words, '--no-store', '--json', 'report.json'], {
      cwd: folder.path,
    })
    const { exitCode, stdout, stderr } = await run.ended
    const text = readFileSync(join(folder.path, 'report.json'), 'utf8')
    const report = readReportFile(text, 'report.json')
    expect([1, 3]).toContain(exitCode)
    expect(report.closing?.exitCode).toBe(exitCode)
    if (exitCode === 1) expect(stdout).toContain('✗ MODE-1')
    else expect(stderr).toMatch(/^error: ./)
    if (exitCode === 3) expect(whyIncomplete(report)).toBeDefined()
    expect(run.processes()).toEqual([])
  })
})
