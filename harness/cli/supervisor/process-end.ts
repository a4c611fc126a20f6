import type { ChildProcess } from 'node:child_process'

/** How long what an ended process has told may still be on its way, in milliseconds. */
const ON_ITS_WAY = 1_000

/** How a process has ended. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: string | null
  /** Why it could not be started at all. */
  readonly error?: Error
}

/** Settles when a process has ended, and what it had written before that has come. */
export function endOf(child: ChildProcess): Promise<ProcessEnd> {
  const { promise, resolve } = Promise.withResolvers<ProcessEnd>()
  child.once('error', (error) => resolve({ code: null, signal: null, error }))
  child.once('exit', (code, signal) => {
    child.once('close', () => resolve({ code, signal }))
    setTimeout(() => resolve({ code, signal }), ON_ITS_WAY)
  })
  return promise
}
