import { InexactNumber } from './parse-exactly.ts'

/** Deeper than this nobody means it, and whoever reads on refuses it. */
const DEEPEST = 1_000

/**
 * What YAML says, read with whole numbers as BigInt: with numbers in their place.
 *
 * @throws InexactNumber where JavaScript would alter one.
 */
export function exactIn(value: unknown, name = '', depth = 0): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (BigInt(number) === value) return number
    throw new InexactNumber(name, String(value))
  }
  if (depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((each, at) => exactIn(each, String(at), depth + 1))
  if (!isPlain(value)) return value
  const members = Object.entries(value).map(
    ([key, each]) => [key, exactIn(each, key, depth + 1)] as const,
  )
  return Object.fromEntries(members)
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
