import type { IToken } from 'chevrotain'
import { QueryError } from '../../../engine/query-error.ts'
import { parseRfc3339 } from '../../../engine/rfc3339.ts'

/** The text of a string in single quotes. */
export function stringOf({ image }: IToken): string {
  return image.slice(1, -1).replaceAll("''", "'")
}

/** A number that JSON can carry; throws a QueryError for 1e999. */
export function numberOf({ image, startOffset }: IToken): number {
  const number = Number(image)
  if (Number.isFinite(number)) return number
  throw new QueryError(`the number ${image} is out of range`, startOffset)
}

/** What LIMIT takes; throws a QueryError for a sign, a fraction or an exponent. */
export function wholeNumberOf({ image, startOffset }: IToken): number {
  const number = Number(image)
  if (/^\d+$/.test(image) && Number.isSafeInteger(number)) return number
  throw new QueryError('expected a whole number, 0 or more', startOffset)
}

/** The instant of `t'…'`, in milliseconds since 1970; throws a QueryError where there is none. */
export function timeOf({ image, startOffset }: IToken): number {
  const milliseconds = parseRfc3339(image.slice(2, -1))
  if (milliseconds !== undefined) return milliseconds
  throw new QueryError("expected a time such as t'2026-01-01T00:00:00.000Z'", startOffset)
}
