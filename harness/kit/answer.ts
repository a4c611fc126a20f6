import type { Method } from '../../contracts/method.ts'
import type { JournalEntry } from '../../mock-datasource/index.ts'
import type { CallResult } from '../drivers/driver.ts'
import { cutText } from '../text/cut-text.ts'
import { visible } from '../text/visible.ts'
import { printable } from './printable.ts'

/** One call on the connector, with the HTTP exchanges that it caused at the data source. */
export interface Answer {
  readonly method: Method
  readonly arguments: readonly unknown[]
  /** What the driver saw: a value, or why there is none. */
  readonly result: CallResult
  readonly exchanges: readonly JournalEntry[]
  /** How long the call took. Never part of a report: it differs from run to run. */
  readonly milliseconds: number
  /** Where that time and the harness's own went. No part of a verdict either. */
  readonly spent: Spent
  readonly reading: Reading
  /** The field of a row that holds its key. */
  readonly rowKey: string
  /** The driver has rounded integers beyond 2^53 in it. */
  readonly isRounded?: true
}

/** Where the time of a call went: milliseconds. */
export interface Spent {
  /** The start of its process, where it has one, included. */
  readonly connector: number
  /** Between a request's coming and its answer's going. */
  readonly dataSource: number
  /** Waiting for a process, preparing the call, and reading what came of it. */
  readonly harness: number
}

/**
 * An answer as a caller with good will would take it. Checks of other clauses use this, so that a
 * `success` of the wrong type is a violation of ENV-2 alone and not of every clause there is.
 */
export type Reading =
  | { readonly kind: 'success'; readonly envelope: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failure'; readonly envelope: Readonly<Record<string, unknown>> }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none'; readonly why: string }

/** Reads what a driver saw of a call. Total: whatever came, it gives a reading. */
export function readAnswer(result: CallResult): Reading {
  if (result.kind !== 'answered') return { kind: 'none', why: describeResult(result) }
  const { value } = result
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (!isObject(value)) return { kind: 'none', why: printable(value) }
  const success = truth(value['success'])
  if (success === true) return { kind: 'success', envelope: value }
  if (success === false || 'error' in value || 'code' in value) {
    return { kind: 'failure', envelope: value }
  }
  return { kind: 'none', why: printable(value) }
}

/** Says in words what a driver saw, on one line, a value of at most so many characters. */
export function describeResult(result: CallResult, longest?: number): string {
  return visible(wordsFor(result, longest))
}

function wordsFor(result: CallResult, longest?: number): string {
  switch (result.kind) {
    case 'answered':
      return printable(result.value, longest)
    case 'threw':
      return `an exception: ${cutText(result.message)}`
    case 'no-value':
      return `no value: ${cutText(result.reason)}`
    case 'timed-out':
      return `no answer within ${result.afterMilliseconds} ms`
    case 'crashed':
      return wordsForCrash(result)
    case 'too-much-output':
      return `more output than can be taken in (${result.bytes} bytes)`
    case 'could-not-start':
      return `a command that does not start: ${cutText(result.reason)}`
  }
}

function wordsForCrash({
  exitCode,
  signal,
  why,
}: Extract<CallResult, { kind: 'crashed' }>): string {
  if (why !== undefined) return `a process that had to be ended: ${why}`
  return signal === null ? `a crash with exit code ${exitCode}` : `a crash by signal ${signal}`
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 1 || value === 0) return value === 1
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return /^true$/i.test(value)
  return undefined
}
