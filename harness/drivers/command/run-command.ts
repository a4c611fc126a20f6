import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Outcome } from '../driver.ts'
import { OutputHead } from '../output-head.ts'
import { OutputTail } from '../output-tail.ts'
import { childEnvironment } from '../process/child-environment.ts'
import { type Patience, startDeadline } from '../process/deadline.ts'
import { killProcessGroup } from '../process/kill-process-group.ts'
import { FLOOD_KEPT, GRACE_MILLISECONDS, STDERR_LIMIT, STDOUT_LIMIT } from '../process/limits.ts'
import { MARK } from '../process/marked-processes.ts'
import { tookTooMuch, watchMemory } from '../process/memory-watch.ts'
import type { ProcessGuard } from '../process/process-guard.ts'
import type { ProcessMarks } from '../process/process-marks.ts'
import type { RunningProcess } from './running-process.ts'

export interface Command extends Patience {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly environment?: Readonly<Record<string, string>> | undefined
  readonly guard: ProcessGuard
  readonly marks: ProcessMarks
  /** How much memory it may take. */
  readonly memoryBytes: number
  /** How its process comes to be in the place of a new one, known by a mark; undefined, or what it gives: a new one. */
  readonly fork?: ((mark: string) => Promise<Started | undefined>) | undefined
}

/** How a command ended: by itself, or as the driver had it. */
export type Ending =
  | { readonly kind: 'ended'; readonly exitCode: number | null; readonly signal: string | null }
  | Extract<Outcome, { kind: 'timed-out' | 'too-much-output' | 'could-not-start' | 'crashed' }>
export type Run = Ending & {
  readonly stdout: string
  readonly stderr: string
  /** It is not known how its process ended, for whoever forked it ended. */
  readonly disturbed?: true
}

/**
 * Runs one command to its end, in a process group of its own and without a shell or standard input.
 * Whatever is left of the group is killed when the command has ended. Never rejects.
 */
export async function runCommand(command: Command): Promise<Run> {
  const { mark, variables } = command.marks.begin()
  const environment = { ...command.environment, ...variables }
  const run = await runMarked({ ...command, environment })
  command.marks.end(mark)
  return run
}

async function runMarked(command: Command): Promise<Run> {
  const started =
    (await command.fork?.(command.environment?.[MARK] ?? '')) ?? (await start(command))
  if ('lost' in started) return { ...crashed, stdout: '', stderr: '', disturbed: true }
  if (!('pid' in started)) return { ...started, stdout: '', stderr: '' }
  const { child, pid } = started
  command.guard.watch(pid)
  const stdout = new OutputHead(STDOUT_LIMIT)
  const stderr = new OutputTail(STDERR_LIMIT)
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
  const ending = await endingOf(child, pid, command, stdout)
  killProcessGroup(pid)
  command.guard.release(pid)
  // Held open by a process that left the group, they would keep this process alive too.
  child.stdout?.destroy()
  child.stderr?.destroy()
  const kept = ending.kind === 'too-much-output' ? FLOOD_KEPT : undefined
  return {
    ...ending,
    ...(child.isLost === true ? { disturbed: true } : {}),
    stdout: stdout.text(kept),
    stderr: stderr.text(),
  }
}

/** A process; or `lost`: nobody knows whether there is one. */
export type Started =
  | { readonly child: RunningProcess; readonly pid: number }
  | { readonly lost: true }

async function start(
  command: Command,
): Promise<Started | Extract<Outcome, { kind: 'could-not-start' }>> {
  try {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: childEnvironment(process.env, command.environment),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    if (child.pid === undefined)
      await once(child, 'spawn') // rejects with the reason
    else return { child, pid: child.pid }
  } catch (error) {
    return { kind: 'could-not-start', reason: reasonOf(error, command.program) }
  }
  return { kind: 'could-not-start', reason: `"${command.program}" has no process.` }
}

function reasonOf(error: unknown, program: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') {
    return `There is no program "${program}", or not what its first line names (ENOENT).`
  }
  if (code === 'EACCES') return `"${program}" is not a program that may be run (EACCES).`
  if (code === 'E2BIG') return 'The arguments are longer than the operating system takes (E2BIG).'
  return error instanceof Error ? error.message : String(error)
}

const crashed = { kind: 'crashed', exitCode: null, signal: 'SIGKILL' } as const

/** Ends the command where it goes on for too long or writes too much. */
function endingOf(
  child: RunningProcess,
  pid: number,
  { deadlineMilliseconds, exchanged, memoryBytes }: Command,
  stdout: OutputHead,
): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>()
  let ending: Ending | undefined
  let grace: NodeJS.Timeout | undefined
  const finish = () => {
    endDeadline()
    clearTimeout(grace)
    resolve(ending ?? { kind: 'ended', exitCode: child.exitCode, signal: child.signalCode })
  }
  const waitForPipes = () => {
    endDeadline()
    endWatch()
    grace ??= setTimeout(finish, GRACE_MILLISECONDS)
  }
  const stop = (why: Ending) => {
    ending ??= why
    killProcessGroup(pid)
    waitForPipes()
  }
  const endDeadline = startDeadline({ deadlineMilliseconds, exchanged }, () =>
    stop({ kind: 'timed-out', afterMilliseconds: deadlineMilliseconds }),
  )
  const endWatch = watchMemory(pid, memoryBytes, (bytes) =>
    stop({ ...crashed, why: tookTooMuch(bytes, memoryBytes) }),
  )
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout.push(chunk)
    if (stdout.isFull) stop({ kind: 'too-much-output', bytes: STDOUT_LIMIT })
  })
  child.stdout?.resume()
  child.stderr?.resume()
  child.once('exit', waitForPipes)
  child.once('close', finish)
  child.on('error', () => {}) // a signal that did not reach it; the deadline stands
  return promise
}
