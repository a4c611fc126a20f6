import { inspect, isDeepStrictEqual } from 'node:util'

/** Longer texts are cut in reports; the counterexample itself is stored whole. */
const LONGEST = 600

/**
 * Any value of a connector as one line of text: JSON where the value is JSON, Node's own notation where
 * it is not (a date, NaN, a circular reference). Never throws.
 */
export function printable(value: unknown, longest: number = LONGEST): string {
  return shorten(survivesJson(value) ? JSON.stringify(value) : inNodesNotation(value), longest)
}

/**
 * Whether a value comes back unchanged when it is written as JSON and read again (ENV-5). False, not an
 * exception, for what JSON cannot write at all.
 */
export function survivesJson(value: unknown): boolean {
  try {
    const text = JSON.stringify(value)
    return text !== undefined && isDeepStrictEqual(JSON.parse(text), value)
  } catch {
    return false
  }
}

/** A text cut in the middle, so that both ends can be seen, with the number of characters left out. */
export function shorten(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text
  const half = Math.floor(longest / 2)
  return `${text.slice(0, half)} …(${text.length - 2 * half} characters)… ${text.slice(-half)}`
}

function inNodesNotation(value: unknown): string {
  try {
    return inspect(value, { depth: 6, breakLength: Number.POSITIVE_INFINITY, customInspect: false })
  } catch (error) {
    return `<a value that cannot be shown: ${error instanceof Error ? error.message : String(error)}>`
  }
}
