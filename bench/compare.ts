import type { LoadOperations } from './processes/load.ts'
import type { Usage } from './processes/usage.ts'
import { Worker } from './processes/worker.ts'

/** Something to put load on. */
export interface Subject {
  readonly url: string
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  /** Of the process that serves it. */
  usage(): Promise<Usage>
}

export interface Measured {
  /** Answers a second. */
  readonly throughput: number
  /** Processor time that one answer costs the server, in microseconds. */
  readonly cost: number
}

export interface Effort {
  /** How often each subject is measured. */
  readonly rounds: number
  /** How long each time. */
  readonly seconds: number
}

/** So that all code that matters has been compiled by then. */
const WARM_UP_ROUNDS = 2

/**
 * Measures each subject once a round, one at a time, in turn: a machine that others use too slows all
 * of them down alike. Every other round goes backwards, so that none profits from its place. Gives each
 * subject's measurements in the order of the rounds; what came before them to warm up does not count.
 */
export async function compare(
  subjects: readonly Subject[],
  { rounds, seconds }: Effort,
): Promise<Measured[][]> {
  const load = new Worker<LoadOperations>(new URL('./processes/load.ts', import.meta.url))
  try {
    const measured: Measured[][] = subjects.map(() => [])
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
      for (const subject of subjects) await measure(load, subject, seconds)
    }
    for (let round = 0; round < rounds; round += 1) {
      const order = [...subjects.entries()]
      if (round % 2 === 1) order.reverse()
      for (const [index, subject] of order) {
        measured[index]?.push(await measure(load, subject, seconds))
      }
    }
    return measured
  } finally {
    await load.stop()
  }
}

async function measure(
  load: Worker<LoadOperations>,
  { url, paths, headers, usage }: Subject,
  seconds: number,
): Promise<Measured> {
  const before = await usage()
  const { answered, seconds: took } = await load.ask('run', { url, paths, headers, seconds })
  const after = await usage()
  return { throughput: answered / took, cost: (after.cpu - before.cpu) / answered }
}
