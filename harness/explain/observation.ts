import { isDeepStrictEqual } from 'node:util'
import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { PageRead } from '../../contracts/data-source/reads.ts'
import { Records } from '../../contracts/envelopes.ts'
import type { Answer } from '../kit/answer.ts'
import { isNoResults } from '../kit/expectations.ts'
import { type AskedWindow, rightKeys } from './asked-window.ts'
import type { ContinuedWindow } from './continuation.ts'
import type { ObservedCall } from './evidence.ts'

/** One call of `results` on a search whose rows are known, undisturbed by any fault. */
export interface Observation {
  readonly window: AskedWindow | ContinuedWindow
  /** The keys that came back; undefined where the call did not succeed. */
  readonly rows: readonly unknown[] | undefined
  /** The requests for pages that it made, in their order, and what they brought. */
  readonly pages: readonly PageRead[]
}

/** The calls that a formula can be held against. One with metadata of unknown origin is none. */
export function observationsIn(
  calls: readonly ObservedCall[],
  { reads }: Pick<DataSource, 'reads'>,
): readonly Observation[] {
  const observations: (Observation & { readonly answer: Answer })[] = []
  for (const { answer, search, ordinary } of calls) {
    const [, offset, length, metadata] = answer.arguments
    const disturbed = answer.exchanges.some(({ fault }) => fault !== undefined)
    if (answer.method !== 'results' || search === undefined || !ordinary || disturbed) continue
    if (!isCount(offset) || !isCount(length)) continue
    const asked: AskedWindow = {
      offset: Number(offset),
      length: Number(length),
      asked: { offset, length },
      keys: search.keys,
      pageSize: search.pageSize,
    }
    const window = metadata == null ? asked : continued(asked, metadata, observations)
    if (window === undefined) continue
    const pages = answer.exchanges
      .map((exchange) => reads.page(exchange))
      .filter((page) => page !== undefined)
    observations.push({ window, rows: rowsIn(answer), pages, answer })
  }
  return observations
}

/** Where the connector ought to have begun. */
export function startOf(window: Observation['window']): number {
  return 'continuesAt' in window ? window.continuesAt : window.offset
}

/** Whether the rows are those that the contract asks for. */
export function isRight({ window, rows }: Observation): boolean {
  return isDeepStrictEqual(rows, rightKeys({ ...window, offset: startOf(window) }))
}

function continued(
  window: AskedWindow,
  metadata: unknown,
  earlier: readonly (Observation & { readonly answer: Answer })[],
): ContinuedWindow | undefined {
  const origin = earlier.findLast(
    ({ answer }) =>
      answer.reading.kind === 'success' &&
      isDeepStrictEqual(answer.reading.envelope['metadata'], metadata),
  )
  if (origin === undefined || origin.window.keys !== window.keys) return undefined
  const offset = startOf(origin.window)
  const { length } = origin.window
  return { ...window, continuesAt: offset + length, before: { offset, length } }
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(typeof value === 'string' && /^\d+$/.test(value) ? +value : value)
    ? Number(value) >= 0
    : false
}

function rowsIn(answer: Answer): readonly unknown[] | undefined {
  if (isNoResults(answer)) return []
  if (answer.reading.kind !== 'success') return undefined
  const records = Records.safeParse(answer.reading.envelope['data'])
  return records.success ? records.data.map((row) => row[answer.rowKey]) : undefined
}
