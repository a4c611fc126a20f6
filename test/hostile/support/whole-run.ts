import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { readReportFile } from '../../../harness/report/record/read-report-file.ts'
import type { ReportFile } from '../../../harness/report/record/report-file.ts'
import { SOURCE_MAIN } from '../../support/command-line/paths.ts'
import { livingWith, MARK } from './left-behind.ts'

const REPORT = 'report.json'
/** In milliseconds. A run that goes on for longer does not end; on a machine that is busy on purpose, see `wholeRun`. */
const PATIENCE = 180_000
/** How often, a tenth of a second apart, it is looked whether processes have ended. */
const LOOKS = 100

/** What a `verify` of a folder of its own came to. */
export interface WholeRun {
  readonly exitCode: number | null
  readonly stderr: string
  /** Why there is none, where it cannot be read. */
  readonly report: ReportFile | string
  /** Command lines of what lives after it. */
  readonly left: readonly string[]
  readonly isTooLong: boolean
}

/**
 * Runs `verify` as a user does, in a folder that holds the report of an earlier run.
 *
 * @param files what else is in the folder.
 * @param meanwhile does something to the run, which has just begun.
 * @param patience how long it may go on, in milliseconds.
 */
export async function wholeRun(
  words: readonly string[],
  files: Readonly<Record<string, string>>,
  meanwhile: (child: ChildProcess) => Promise<void> = async () => {},
  patience: number = PATIENCE,
): Promise<WholeRun> {
  const cwd = mkdtempSync(join(tmpdir(), 'hostile-run-'))
  const mark = `${process.pid}-${cwd}`
  try {
    writeFileSync(join(cwd, 'package.json'), '{"type":"module"}')
    writeFileSync(join(cwd, REPORT), '{"of": "an earlier run"}')
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    const all = ['verify', '--no-store', '--json', REPORT, ...words]
    const child = spawn(process.execPath, [SOURCE_MAIN, ...all], {
      cwd,
      env: { ...process.env, [MARK]: mark },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const { exitCode, stderr, isTooLong } = await endOf(child, meanwhile(child), patience)
    return { exitCode, stderr, isTooLong, report: reportIn(cwd), left: await leftWith(mark) }
  } finally {
    for (const { pid } of livingWith(mark)) process.kill(pid, 'SIGKILL')
    rmSync(cwd, { recursive: true, force: true })
  }
}

async function endOf(child: ChildProcess, meanwhile: Promise<void>, most: number) {
  let isTooLong = false
  const patience = setTimeout(() => {
    isTooLong = true
    child.kill('SIGKILL')
  }, most)
  const exit = once(child, 'exit') as Promise<[number | null]>
  child.stdout?.on('error', () => {}).resume()
  const [[exitCode], stderr] = await Promise.all([
    exit,
    child.stderr === null ? '' : text(child.stderr).catch(() => ''),
    meanwhile,
  ])
  clearTimeout(patience)
  return { exitCode, stderr, isTooLong }
}

function reportIn(folder: string): ReportFile | string {
  try {
    return readReportFile(readFileSync(join(folder, REPORT), 'utf8'), REPORT)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Waits a little for what is about to end. */
async function leftWith(mark: string): Promise<readonly string[]> {
  for (let look = 0; look < LOOKS && livingWith(mark).length > 0; look += 1) await wait(100)
  return livingWith(mark).map(({ line }) => line)
}
