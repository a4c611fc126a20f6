import type { CallResult } from '../drivers/driver.ts'

/**
 * Whether a call had to be ended, or took more than anybody can take in: it is dear, and says no more the second time.
 * The check that met such a call judges it, and goes no further; no invariant does.
 */
export function isWaitedFor(result: CallResult): boolean {
  switch (result.kind) {
    case 'timed-out':
    case 'too-much-output':
      return true
    case 'crashed':
      return result.why !== undefined
    default:
      return false
  }
}
