import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** Where Node tells of every process that is started. */
const CHANNEL = 'child_process'
/** What vitest's workers run. */
const WORKER = /[\\/]vitest[\\/]dist[\\/]workers[\\/]forks\.js$/

/**
 * The processes in which vitest runs checks. vitest asks them to end, and waits; one whose connector never gives
 * the word back does not hear it, and outlives whoever started it.
 */
export class WorkerProcesses {
  readonly #started = new Set<ChildProcess>()
  readonly #note = (message: unknown) => {
    const { process: child } = message as { readonly process: ChildProcess }
    this.#started.add(child)
    child.once('exit', () => this.#started.delete(child))
  }

  /** From now on, to `close`. */
  watch(): void {
    subscribe(CHANNEL, this.#note)
  }

  /** Ends all of them at once. What they had not yet told is lost. */
  kill(): void {
    for (const child of this.#started) {
      if (child.spawnargs?.some((word) => WORKER.test(word))) child.kill('SIGKILL')
    }
  }

  close(): void {
    unsubscribe(CHANNEL, this.#note)
  }
}
