import type { PageAnomaly } from '../engine/page-anomaly.ts'
import type { Page } from '../engine/pages.ts'
import type { Source } from '../engine/source.ts'
import type { Store } from '../engine/store.ts'
import type { ApiRequest } from '../http/api-request.ts'
import type { Reply } from '../http/reply.ts'
import type { Carrier } from './carried.ts'
import { NotValid } from './not-valid.ts'
import { orderedRows } from './ordered-rows.ts'
import { pageRows } from './page-rows.ts'
import { shownPage, windowRead } from './paging/anomalies.ts'
import type { OrderedRows, Tokens, Window } from './paging/paging-style.ts'
import { type Parts, refusalFor } from './parts.ts'
import { reply } from './reply.ts'
import { carrierOf } from './serve.ts'

/** A result that pages are asked of. */
export interface Result {
  /** The operation that answers. */
  readonly operation: string
  readonly source: Source
  readonly query: string
  /** To whom its page tokens belong. */
  readonly owner: string
  /** Whether there are any rows yet; absent: yes. */
  readonly isReady?: boolean
  /** What else an answer tells of it. */
  readonly values: Readonly<Record<string, unknown>>
}

const NO_ROWS = Buffer.from('[]')

/** One page of a result, as the paging style of the description has it. */
export async function pageOf(
  parts: Parts,
  store: Store,
  { operation, ...result }: Result,
  request: ApiRequest,
): Promise<Reply> {
  const { paging } = parts
  const carrier = carrierOf(request)
  const tokens = tokensOf(store, result.owner)
  const leading = leadingOn(carrier, request.anomaly)
  const sort = paging.sortedBy?.(carrier)
  const ordered = sort && (await orderedRows(parts.description.row, store, result))
  const asked = wantedBy(parts, store, carrier, { tokens, ordered })
  const { anomaly } = request
  const read = windowRead(asked, anomaly)
  const page = await rowsIn(store, result, read)
  const shown = shownPage(read, asked, page, anomaly)
  const values = {
    ...result.values,
    ...paging.values(shown, tokens, leading),
    rows: anomaly?.variant === 'empty-page' ? NO_ROWS : pageRows(parts, page.json, sort),
    count: shown.count,
    total: shown.total,
  }
  const answer = reply(parts, operation, values, paging.headers?.(shown, leading, tokens))
  if (result.isReady === false) return answer
  const rows = values.rows === NO_ROWS ? 0 : shown.count
  const { offset, limit } = asked
  return { ...answer, facts: { page: { offset, limit }, rows } }
}

/** Where the answer says that it was asked. */
function leadingOn(carrier: Carrier, anomaly: PageAnomaly | undefined): Carrier {
  const isElsewhere = anomaly?.variant === 'next-elsewhere' && anomaly.to !== undefined
  return isElsewhere ? { ...carrier, origin: anomaly.to, isElsewhere } : carrier
}

/** The most rows of a page as things are; undefined where nothing bounds them. */
export function mostRowsAt({ mostRows }: Parts, { settings }: Store): number | undefined {
  return mostRows === undefined ? undefined : Math.min(mostRows, settings.maxPageSize)
}

function wantedBy(
  parts: Parts,
  store: Store,
  carrier: Carrier,
  { tokens, ordered }: { readonly tokens: Tokens; readonly ordered: OrderedRows | undefined },
): Window {
  const most = mostRowsAt(parts, store) ?? Number.POSITIVE_INFINITY
  try {
    return parts.paging.wanted(carrier, most, tokens, ordered)
  } catch (error) {
    if (error instanceof NotValid) {
      throw refusalFor(parts, 'bad_parameter', { message: error.message })
    }
    throw error
  }
}

function rowsIn(
  store: Store,
  { source, query, isReady = true }: Omit<Result, 'operation'>,
  window: Window,
): Page | Promise<Page> {
  const { selector } = store.compile(query, source)
  if (!selector || !isReady) return { json: NO_ROWS, count: 0, total: 0 }
  return store.pages.read(source, query, selector, window)
}

function tokensOf({ tokens }: Store, owner: string): Tokens {
  return {
    issue: (offset) => tokens.issue(owner, offset),
    offsetOf: (token) => tokens.offsetOf(owner, token),
  }
}
