import { isDeepStrictEqual } from 'node:util'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { Records } from '../../../contracts/envelopes.ts'
import type { Expected } from '../../../mock-datasource/index.ts'
import { comparedKeys, describeAnswer } from '../../kit/expectations.ts'
import type { Finding } from '../../kit/violation.ts'
import type { Journey, JourneyCall } from './journey.ts'

/** What is expected of whom a fault strikes, by the fault's id. */
export type Expectations = ReadonlyMap<string, Expected>

/** What is wrong with one call of a journey. */
export interface JourneyFinding extends Finding {
  /** The place of the call, from 0. */
  readonly call: number
  /** The clause that says so. */
  readonly clause: string
}

/** A fault that is given by hand says nothing of what is right. */
export const ANYTHING: Expected = { fails: 'any', right: true }

/**
 * Holds what a connector answered against what the data source had to say: rows that are exactly those of the window,
 * the status that the search has, and a failure with a code that fits where a fault has struck.
 *
 * @param always what holds of every call, where the scenario's settings alone are the error case.
 */
export function judgeJourney(
  { calls, rows, isChanged = false }: Journey,
  source: DataSource,
  expectations: Expectations,
  always: Expected | undefined,
): readonly JourneyFinding[] {
  const keys = rows.map((row) => String(row[source.rows.key]))
  return calls.flatMap((call, place) => {
    const struck = call.struck.map((id) => expectations.get(id) ?? ANYTHING)
    const expected =
      struck.toSorted((one, other) => strictness(other) - strictness(one))[0] ??
      (isChanged ? ANYTHING : always)
    const found = judgeCall(call, { source, keys, expected, isChanged })
    return found === undefined ? [] : [{ ...found, call: place }]
  })
}

/** Of several that strike a call, one that makes it fail decides. */
function strictness({ fails, right }: Expected): number {
  if (fails === undefined) return 0
  return (fails === 'any' ? 0 : 2) + (right ? 1 : 2)
}

interface Judging {
  readonly source: DataSource
  readonly keys: readonly string[]
  /** Undefined where nothing has struck. */
  readonly expected: Expected | undefined
  readonly isChanged: boolean
}

type Found = Finding & { readonly clause: string }

function judgeCall(call: JourneyCall, judging: Judging): Found | undefined {
  const { kind } = call.answer.reading
  if (kind === 'failure') return judgeFailure(call, judging)
  if (kind === 'success') return judgeSuccess(call, judging)
  // What is neither, the clauses of envelopes tell of.
  return undefined
}

function judgeFailure(
  { answer, search }: JourneyCall,
  { source, expected }: Judging,
): Found | undefined {
  const { fails, right } = expected ?? {}
  const actual = describeAnswer(answer)
  if (fails === 'any') return undefined
  if (fails !== undefined) {
    const { envelope } = answer.reading as { envelope: Readonly<Record<string, unknown>> }
    if ((fails as readonly unknown[]).includes(envelope['code'])) return undefined
    const or = right ? ', or the right answer' : ''
    return { clause: 'ERR-1', expected: `a failure with code ${fails.join(' or ')}${or}`, actual }
  }
  if (expected === undefined && isRefused(answer, search, source)) return undefined
  return { clause: 'the scenario', expected: 'the right answer: nothing keeps it from one', actual }
}

/** Of whom nobody knows any more, or who asks too often: what a fault has begun may go on after it. */
const TURNED_AWAY = [401, 403, 429]

/** Whether the data source itself had nothing else to say. */
function isRefused(
  { method, exchanges }: JourneyCall['answer'],
  search: JourneyCall['search'],
  { states }: DataSource,
): boolean {
  const statuses = exchanges.map(({ response }) => response?.status ?? 500)
  if (statuses.some((status) => TURNED_AWAY.includes(status))) return true
  if (search === undefined) return statuses.some((status) => status >= 300)
  const means = states.find(({ word }) => word === search.status)?.means
  return method === 'results' && means !== 'COMPLETED'
}

function judgeSuccess(call: JourneyCall, judging: Judging): Found | undefined {
  const { answer } = call
  const { fails, right } = judging.expected ?? {}
  // A connector may take for a ping or a delete that worked whatever says nothing else.
  const mayWork = fails === 'any' && (answer.method === 'ping' || answer.method === 'delete')
  if (fails !== undefined && right !== true && !mayWork) {
    const codes = fails === 'any' ? '' : ` with code ${fails.join(' or ')}`
    return { clause: 'the scenario', expected: `a failure${codes}`, actual: describeAnswer(answer) }
  }
  if (judging.isChanged && answer.method !== 'is_async' && !hasReached(answer)) {
    const nothing = 'a failure: the data source has answered nothing that is a success'
    return { clause: 'the scenario', expected: nothing, actual: describeAnswer(answer) }
  }
  if (answer.method === 'results') return judgeRows(call, judging)
  if (answer.method === 'status') return judgeStatus(call, judging)
  return undefined
}

function hasReached({ exchanges }: JourneyCall['answer']): boolean {
  return exchanges.some(({ response }) => response !== undefined && response.status < 300)
}

function judgeRows({ answer }: JourneyCall, { keys, expected }: Judging): Found | undefined {
  if (expected?.rows === 'any') return undefined
  const [, from, count, metadata] = answer.arguments
  const [offset, length] = [boundOf(from), boundOf(count)]
  // Behind metadata another window begins, and what is no number names none.
  if (metadata !== undefined || offset === undefined || length === undefined) return undefined
  const due = keys.slice(offset, offset + length)
  const { envelope } = answer.reading as { envelope: Readonly<Record<string, unknown>> }
  const records = Records.safeParse(envelope['data'])
  const told = records.success ? records.data.map((row) => row[answer.rowKey]) : []
  if (records.success && isDeepStrictEqual(told, due)) return undefined
  return {
    clause: 'PAGE-2',
    expected: `rows ${offset} to ${offset + due.length - 1}${expected?.fails ? ', or a failure' : ''}`,
    actual: `success with ${comparedKeys(told, due)}`,
  }
}

function boundOf(value: unknown): number | undefined {
  return /^\d+$/.test(String(value)) ? Number(value) : undefined
}

function judgeStatus(call: JourneyCall, { source, expected }: Judging): Found | undefined {
  const { answer, search } = call
  const { envelope } = answer.reading as { envelope: Readonly<Record<string, unknown>> }
  const told = envelope['status']
  const allowed = expected?.status
  if (allowed !== undefined) {
    if ((allowed as readonly unknown[]).includes(told)) return undefined
    const words = `${allowed.join(' or ')}, or a failure`
    return { clause: 'LIFE-2', expected: words, actual: describeAnswer(answer) }
  }
  const means = source.states.find(({ word }) => word === search?.status)?.means
  if (means === undefined || told === means) return undefined
  return {
    clause: 'LIFE-1',
    expected: `${means}, as the data source has it`,
    actual: describeAnswer(answer),
  }
}
