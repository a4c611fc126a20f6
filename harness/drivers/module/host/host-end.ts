import type { ChildProcess } from 'node:child_process'
import type { Outcome } from '../../driver.ts'

/** How a process has ended. */
type Ended = Pick<ChildProcess, 'exitCode' | 'signalCode'>

/** What becomes of a call whose process has ended, and why, where this side has ended it. */
export function crashedBy({ exitCode, signalCode }: Ended, why: string | undefined): Outcome {
  return { kind: 'crashed', exitCode, signal: signalCode, ...(why === undefined ? {} : { why }) }
}

/** The same in words. */
export function endWords({ exitCode, signalCode }: Ended, why: string | undefined): string {
  if (why !== undefined) return why
  return signalCode === null
    ? `it ended its process with exit code ${exitCode}`
    : `its process ended by ${signalCode}`
}

/** The last line of what it wrote that names an error; empty where none does. */
export function lastErrorIn(output: string): string {
  const lines = output.trim().split('\n')
  return lines.findLast((line) => /^\w*Error\b/.test(line)) ?? ''
}
