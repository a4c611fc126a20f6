import type { Outcome } from './driver.ts'
import { measureValue } from './measure-value.ts'

/** In characters, as JSON. The largest answer that any check asks for is a sixth of it. */
const LARGEST = 32 * 1024 * 1024
/** In levels. Python's reader of JSON gives up at about a thousand, and no row needs ten. */
export const DEEPEST = 900

/**
 * The outcome of a call that came back with a value. One that is too large or too deep to be written,
 * compared and kept is no value, so that no connector can exhaust the harness.
 */
export function answered(value: unknown): Outcome {
  try {
    const { characters, depth } = measureValue(value, DEEPEST)
    if (characters > LARGEST) return { kind: 'too-much-output', bytes: characters }
    if (depth > DEEPEST) return { kind: 'no-value', reason: TOO_DEEP }
  } catch {
    // A getter that throws, say: whoever reads the answer meets it, and judges it by its clause.
  }
  return { kind: 'answered', value }
}

export const TOO_DEEP = `an answer nested more than ${DEEPEST} levels deep, which not every reader of JSON takes`
