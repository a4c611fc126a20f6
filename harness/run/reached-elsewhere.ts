import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Certificate } from '../../mock-datasource/index.ts'
import type { VerifyOptions } from '../engine/plan.ts'
import { TargetError } from '../errors.ts'

/** What the process is told: options that are plain JSON. */
export type ReachTask = Omit<VerifyOptions, 'stop' | 'failures' | 'waivers'> & {
  readonly certificate: Certificate
}

/** What it found: notes for the user, and the reason where there is nothing to verify. */
export interface ReachAnswer {
  readonly said: readonly string[]
  readonly refused?: { readonly message: string; readonly hint?: string }
}

/** Is it source, or has it been built? */
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
const PROCESS = fileURLToPath(new URL(`./reach-process${EXTENSION}`, import.meta.url))
/** A few calls, each with its own deadline, and the start of a process. */
const MOST_CALLS = 5
const START_MILLISECONDS = 30_000

/**
 * Sees in a process of its own which API a module asks: what a connector does to its process is a violation of a
 * clause, and must not end the run that finds it. One that ends its process, or blocks it, says nothing here.
 *
 * @returns notes for the user, a line each.
 * @throws TargetError where requests come and none of them reaches an operation of the data source.
 */
export async function reachedElsewhere(
  options: VerifyOptions,
  certificate: Certificate,
): Promise<readonly string[]> {
  const { stop, failures: _, waivers: __, ...task } = options
  if (stop?.aborted === true) return []
  // What vitest gave its workers to run with is not for this process; what the connector prints is nobody's.
  const child = fork(PROCESS, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const end = () => child.kill('SIGKILL')
  stop?.addEventListener('abort', end, { once: true })
  const timer = setTimeout(end, START_MILLISECONDS + MOST_CALLS * options.deadlineMilliseconds)
  try {
    const { said, refused } = await answerOf(child, { ...task, certificate })
    if (refused !== undefined) throw new TargetError(refused.message, refused)
    return said
  } finally {
    clearTimeout(timer)
    stop?.removeEventListener('abort', end)
    end()
  }
}

async function answerOf(child: ChildProcess, task: ReachTask): Promise<ReachAnswer> {
  const ended = once(child, 'exit').then((): ReachAnswer => ({ said: [] }))
  const answered = once(child, 'message').then(([answer]) => answer as ReachAnswer)
  // The exit that follows an answer is nothing to wait for.
  answered.catch(() => undefined)
  child.send(task, () => undefined)
  return Promise.race([answered, ended])
}
