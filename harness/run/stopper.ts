import type { Reporter, Vitest } from 'vitest/node'
import type { WorkerProcesses } from './worker-processes.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** How long workers may take to tell what they have found so far, in milliseconds. */
const GRACE = 2_000

/** Ends a vitest run when it is told to, and sees to it that nothing else does. */
export class Stopper implements Reporter {
  readonly #stop: AbortSignal
  readonly #workers: WorkerProcesses
  readonly #others: ReadonlySet<unknown>
  #grace: NodeJS.Timeout | undefined
  #unsubscribe = () => {}

  /** Before vitest is there. */
  constructor(stop: AbortSignal, workers: WorkerProcesses) {
    this.#stop = stop
    this.#workers = workers
    this.#others = new Set(SIGNALS.flatMap((signal) => process.listeners(signal)))
  }

  onInit(vitest: Vitest): void {
    // vitest would end this process on a signal, before anybody could write what has been found.
    for (const signal of SIGNALS) {
      const added = process.listeners(signal).filter((each) => !this.#others.has(each))
      for (const listener of added) process.off(signal, listener)
    }
    const end = () => this.#end(vitest)
    this.#stop.addEventListener('abort', end, { once: true })
    this.#unsubscribe = () => this.#stop.removeEventListener('abort', end)
  }

  close(): void {
    clearTimeout(this.#grace)
    this.#unsubscribe()
  }

  #end(vitest: Vitest): void {
    this.#grace = setTimeout(() => this.#workers.kill(), GRACE)
    // That workers end in the middle is what is wanted.
    vitest.cancelCurrentRun('keyboard-input').catch(() => undefined)
  }
}
