import { isDeepStrictEqual } from 'node:util'
import { Records } from '../../contracts/envelopes.ts'
import type { ErrorCode } from '../../contracts/error-code.ts'
import type { Answer } from './answer.ts'
import { differenceOf, rowsInWords } from './compare-keys.ts'
import { printable, shorten } from './printable.ts'
import { ContractViolation } from './violation.ts'

export type Envelope = Readonly<Record<string, unknown>>

/** Throws the violation that a check found; `happened` as in `Finding`. */
export function violated(expected: string, actual: string, happened?: string): never {
  throw new ContractViolation({ expected, actual, ...(happened !== undefined && { happened }) })
}

/** Whole in most cases, so that a report can leave out of it what matters least. */
const LONGEST_SUCCESS = 4_000

/** Describes an answer as a noun phrase, for the `actual` of a finding. */
export function describeAnswer(answer: Answer): string {
  const { reading } = answer
  switch (reading.kind) {
    case 'success':
      return `success ${printable(reading.envelope, LONGEST_SUCCESS)}`
    case 'failure':
      return `a failure with code ${printable(reading.envelope['code'])} (${printable(reading.envelope['error'], 200)})`
    case 'boolean':
      return String(reading.value)
    case 'none':
      return reading.why
  }
}

/** The same where rows that came back are told by their keys: a reader of whole rows has to look for what is meant. */
export function describeByKeys(answer: Answer): string {
  const { reading, rowKey } = answer
  const records =
    reading.kind === 'success' ? Records.safeParse(reading.envelope['data']) : undefined
  if (records?.success !== true || records.data.length === 0) return describeAnswer(answer)
  const keys = records.data.map((row) => row[rowKey])
  return `success with ${keys.length} ${keys.length === 1 ? 'row' : 'rows'}: ${describeKeys(keys)}`
}

/** The success envelope of an answer; anything else is a violation. */
export function succeeds(answer: Answer, expected = 'success'): Envelope {
  if (answer.reading.kind === 'success') return answer.reading.envelope
  return violated(expected, describeAnswer(answer))
}

/**
 * The failure envelope of an answer, with one of these codes where any are given; anything else is a
 * violation.
 */
export function fails(answer: Answer, ...codes: readonly ErrorCode[]): Envelope {
  const expected = codes.length === 0 ? 'a failure' : `a failure with code ${codes.join(' or ')}`
  if (answer.reading.kind !== 'failure') return violated(expected, describeByKeys(answer))
  const { envelope } = answer.reading
  if (codes.length > 0 && !(codes as readonly unknown[]).includes(envelope['code'])) {
    return violated(expected, describeAnswer(answer))
  }
  return envelope
}

/** The rows of a `results` answer, whichever of the two encodings carries them. */
export function rowsOf(answer: Answer, expected = 'rows'): readonly Envelope[] {
  const { data } = succeeds(answer, expected)
  const records = Records.safeParse(data)
  if (records.success) return records.data
  return violated(
    `${expected}, as an array of objects or as one in JSON`,
    `data ${printable(data)}`,
  )
}

/** The keys of the rows of a `results` answer. */
export function keysOf(answer: Answer, expected?: string): readonly unknown[] {
  return rowsOf(answer, expected).map((row) => row[answer.rowKey])
}

/**
 * The answer holds exactly the rows with these keys, in this order. Where none are expected,
 * `no_results` says the same (PAGE-3).
 */
export function rowsAre(answer: Answer, keys: readonly string[], what = 'rows'): void {
  if (keys.length === 0 && isNoResults(answer)) return
  const expected = `${what} ${describeKeys(keys)}`
  sameKeys(keysOf(answer, expected), keys, what)
}

/** These keys, from one answer or from several put together, are exactly those, in this order. */
export function sameKeys(
  actual: readonly unknown[],
  expected: readonly string[],
  what = 'rows',
): void {
  if (isDeepStrictEqual(actual, expected)) return
  violated(
    `${what} ${describeKeys(expected)}`,
    `${what} ${comparedKeys(actual, expected)}`,
    rowsInWords(actual, expected),
  )
}

/** Fewer are told apart at a glance. */
const MANY = 4

/** The keys of rows that came back, and, where they are many, in what they differ from those that were to come. */
export function comparedKeys(actual: readonly unknown[], expected: readonly string[]): string {
  const isMany = Math.max(actual.length, expected.length) > MANY && actual.length > 0
  return `${describeKeys(actual)}${isMany ? ` (${differenceOf(actual, expected)})` : ''}`
}

/** The failure that says that there are no rows. */
export function isNoResults(answer: Answer): boolean {
  return answer.reading.kind === 'failure' && answer.reading.envelope['code'] === 'no_results'
}

function describeKeys(keys: readonly unknown[]): string {
  if (keys.length === 0) return '(none)'
  const shown = keys.slice(0, 8).map(describeKey)
  const last = describeKey(keys.at(-1))
  const more = keys.length > shown.length ? ` … ${keys.length} in all, last ${last}` : ''
  return `${shown.join(', ')}${more}`
}

function describeKey(key: unknown): string {
  return typeof key === 'string' ? shorten(key) : printable(key)
}
