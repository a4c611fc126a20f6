import { TargetError } from '../../errors.ts'
import type { WorkerProcess } from './worker-process.ts'

interface Waiting {
  readonly not: WorkerProcess | undefined
  readonly take: (worker: Promise<WorkerProcess>) => void
}

/**
 * Workers that are lent one call at a time, started when they are needed, up to a number of them.
 *
 * Two calls in a row of one borrower never go to the same process. What a connector remembers within its
 * process is thus not there at the next call, as it would not be there in production (LIFE-7), and whether
 * that matters does not depend on which worker happened to be free.
 */
export class WorkerPool {
  readonly #start: () => Promise<WorkerProcess>
  readonly #most: number
  readonly #idle: WorkerProcess[] = []
  readonly #all = new Set<WorkerProcess>()
  readonly #last = new Map<string, WorkerProcess>()
  #starting = 0
  #isClosed = false
  #queue: Waiting[] = []

  /** @param most how many at once; at least two, or nobody could change. */
  constructor(start: () => Promise<WorkerProcess>, most: number) {
    this.#start = start
    this.#most = Math.max(2, most)
  }

  /**
   * Lends a worker for as long as `work` takes. One that is not alive after that is replaced.
   *
   * @throws what `start` or `work` throw; TargetError where the pool has been closed.
   */
  async lend<Result>(
    borrower: string,
    work: (worker: WorkerProcess) => Promise<Result>,
  ): Promise<Result> {
    const worker = await this.#take(this.#last.get(borrower))
    this.#last.set(borrower, worker)
    try {
      return await work(worker)
    } finally {
      this.#giveBack(worker)
    }
  }

  /** Ends all workers. Who waits for one gets none. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all(Array.from(this.#all, (worker) => worker.end()))
  }

  async #take(not: WorkerProcess | undefined): Promise<WorkerProcess> {
    if (this.#isClosed) throw closed()
    const at = this.#idle.findIndex((worker) => worker !== not)
    const [free] = at === -1 ? [] : this.#idle.splice(at, 1)
    if (free !== undefined) {
      if (free.isAlive) return free
      this.#all.delete(free)
      return this.#take(not)
    }
    if (this.#all.size + this.#starting < this.#most) return this.#startOne()
    const { promise, resolve } = Promise.withResolvers<WorkerProcess>()
    this.#queue.push({ not, take: resolve })
    return promise
  }

  async #startOne(): Promise<WorkerProcess> {
    this.#starting += 1
    try {
      const worker = await this.#start()
      if (this.#isClosed) {
        await worker.end()
        throw closed()
      }
      this.#all.add(worker)
      return worker
    } catch (error) {
      queueMicrotask(() => this.#serveQueue())
      throw error
    } finally {
      this.#starting -= 1
    }
  }

  #giveBack(worker: WorkerProcess): void {
    if (worker.isAlive) this.#idle.push(worker)
    else this.#all.delete(worker)
    this.#serveQueue()
  }

  /** In order, as far as each can be served now. */
  #serveQueue(): void {
    const queue = this.#queue
    this.#queue = []
    for (const waiting of queue) waiting.take(this.#take(waiting.not))
  }
}

function closed(): TargetError {
  return new TargetError('The workers have been ended.')
}
