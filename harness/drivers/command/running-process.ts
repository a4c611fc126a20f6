import type { Readable } from 'node:stream'

/** What is known of a process while it runs, whoever has started it. */
export interface RunningProcess {
  readonly stdout: Readable | null
  readonly stderr: Readable | null
  readonly exitCode: number | null
  readonly signalCode: NodeJS.Signals | null
  /** Whoever started it has ended: nobody knows how it ended. */
  readonly isLost?: boolean
  once(event: 'exit' | 'close', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}
