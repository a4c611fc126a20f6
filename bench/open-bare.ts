import type { Subject } from './compare.ts'
import type { BareOperations } from './processes/bare.ts'
import { Worker } from './processes/worker.ts'

/** A server on bare node:http, in a process of its own, that has the answers of `copied` ready. */
export async function openBare(copied: Subject): Promise<Subject & { stop(): Promise<void> }> {
  const worker = new Worker<BareOperations>(new URL('./processes/bare.ts', import.meta.url))
  const { paths, headers } = copied
  const { url } = await worker.ask('start', { url: copied.url, paths, headers })
  return {
    ...{ url, paths, headers },
    usage: () => worker.ask('usage', undefined),
    stop: () => worker.stop(),
  }
}
