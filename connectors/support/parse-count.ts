import { ConnectorFailure } from './connector-failure.ts'

/**
 * Reads `offset` or `length`: a whole number that is not negative, also as decimal digits, since a
 * command line passes it so (PAGE-4). What is larger than any result counts as the largest number.
 *
 * @throws ConnectorFailure `invalid_parameter` that names the parameter (PAGE-5)
 */
export function parseCount(value: unknown, name: string): number {
  if (typeof value === 'string' && /^[0-9]+$/.test(value)) return atMostSafe(Number(value))
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return atMostSafe(value)
  throw new ConnectorFailure('invalid_parameter', `${name} must be a whole number from 0 upwards`)
}

function atMostSafe(number: number): number {
  return Math.min(number, Number.MAX_SAFE_INTEGER)
}
