import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { ProcessGuard } from '../drivers/process/process-guard.ts'
import { readReportFile } from '../report/record/read-report-file.ts'
import type { ReportFile } from '../report/record/report-file.ts'
import { makeOwnFolder } from '../text/own-folder.ts'
import type { ExitCode } from './supervisor/protocol.ts'

/** What a `verify` in a process of its own has left behind. */
export interface VerifyEnd {
  /** As README has it; 3 where a signal has ended it. */
  readonly exitCode: ExitCode
  /** Undefined where it has written none: it was used wrongly, or could not begin. */
  readonly report: ReportFile | undefined
  /** What it said on its standard error, where that was not shown. */
  readonly said: string
}

export interface VerifyProcessOptions {
  /** The folder that it runs in. */
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Whether its report, and what else it says, go where this process writes. */
  readonly shown: { readonly report: boolean; readonly rest: boolean }
}

const MAIN = fileURLToPath(
  new URL(`./main${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
)

/**
 * Runs `verify` in a process of its own: nothing that has been loaded here, or set up for other tests, reaches it.
 * It does not outlive this process.
 *
 * @param words what stands behind `verify` on the command line.
 * @param stop ends it as Ctrl-C would.
 */
export async function verifyProcess(
  words: readonly string[],
  { cwd, env, shown }: VerifyProcessOptions,
  stop: AbortSignal,
): Promise<VerifyEnd> {
  const folder = makeOwnFolder()
  const path = join(folder, 'report.json')
  const guard = new ProcessGuard()
  const child = spawn(process.execPath, [MAIN, 'verify', '--report', `json=${path}`, ...words], {
    cwd,
    env,
    // A group of its own: the guard ends it, and Ctrl-C reaches it once, from here.
    detached: true,
    stdio: ['ignore', shown.report ? 'inherit' : 'ignore', shown.rest ? 'inherit' : 'pipe'],
  })
  const end = () => child.kill('SIGINT')
  stop.addEventListener('abort', end)
  try {
    if (child.pid !== undefined) guard.watch(child.pid)
    const [said, [code]] = await Promise.all([
      child.stderr === null ? '' : text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ])
    if (child.pid !== undefined) guard.release(child.pid)
    return { exitCode: exitCodeOf(code), report: await reportIn(path), said }
  } finally {
    stop.removeEventListener('abort', end)
    await guard.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function reportIn(path: string): Promise<ReportFile | undefined> {
  const content = await readFile(path, 'utf8').catch(() => undefined)
  return content === undefined ? undefined : readReportFile(content, path)
}

function exitCodeOf(code: number | null): ExitCode {
  return code === 0 || code === 1 || code === 2 ? code : 3
}
