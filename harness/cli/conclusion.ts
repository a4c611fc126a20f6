import type { ExitCode } from './supervisor/protocol.ts'

let verdict: ExitCode | undefined
let isSpoilt = false

/**
 * Says what the command of this process comes to. `process.exitCode` would not do: whatever else runs in this process
 * can set it.
 */
export function conclude(exitCode: ExitCode): void {
  verdict = exitCode
}

/** From now on the command comes to 3, whatever it finds: what it says cannot be written. */
export function spoil(): void {
  isSpoilt = true
}

/** What the command has come to; undefined: it has not said so. */
export function conclusion(): ExitCode | undefined {
  return isSpoilt ? 3 : verdict
}
