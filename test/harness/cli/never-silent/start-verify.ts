import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { killProcessGroup } from '../../../../harness/drivers/process/kill-process-group.ts'
import { MAIN } from '../../../support/command-line/paths.ts'

/** By it every process that a run starts, and whatever that starts, is known: it is in their environment. */
const MARK = 'CONNECTOR_CONTRACT_TEST_RUN'

let runs = 0

/** A run of `verify` that goes on. */
export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<{
    readonly exitCode: number | null
    readonly stdout: string
    readonly stderr: string
  }>
  /** Settles once the run has said this on standard error. */
  said(words: string): Promise<void>
  /** The processes of the run that live, by their command lines. */
  processes(): readonly string[]
}

interface Surroundings {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  /** Another file of the command line. */
  readonly main?: string
  /** Runs the command line that it is given as `$@`: with a limit, or with its output elsewhere. */
  readonly shell?: string
}

/** Starts `verify` in a process group of its own, as a shell does. */
export function startVerify(
  words: readonly string[],
  { cwd, env = {}, main = MAIN, shell = 'exec "$@"' }: Surroundings,
): Started {
  runs += 1
  const mark = `${process.pid}-${runs}`
  const { PATH = '' } = process.env
  const quick = ['verify', '--profile', 'quick', '--http']
  const command = ['-c', shell, 'sh', process.execPath, main, ...quick, ...words]
  const child = spawn('/bin/sh', command, {
    cwd,
    env: { PATH, ...env, [MARK]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  // What a test that fails has left.
  onTestFinished(() => killProcessGroup(child.pid ?? 0))
  const waiting: { words: string; settle: () => void }[] = []
  let heard = ''
  child.stderr.on('data', (chunk) => {
    heard += String(chunk)
    for (const each of waiting) if (heard.includes(each.words)) each.settle()
  })
  return {
    child,
    ended: endOf(child),
    said: (wanted) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      if (heard.includes(wanted)) resolve()
      waiting.push({ words: wanted, settle: resolve })
      return promise
    },
    processes: () => processesWith(`${MARK}=${mark}`),
  }
}

async function endOf(child: ChildProcess) {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the run has no output')
  const exit = once(child, 'exit') as Promise<[number | null]>
  // A test may have closed it: then there is nothing to read.
  const read = text(stdout).catch(() => '')
  const [[exitCode], out, said] = await Promise.all([exit, read, text(stderr)])
  return { exitCode, stdout: out, stderr: said }
}

function processesWith(variable: string): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const isOurs = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(variable)
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return isOurs && line !== '' ? [line] : []
    } catch {
      // It has ended meanwhile, or is another user's.
      return []
    }
  })
}
