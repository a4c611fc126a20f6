import { ABC_DEFAULT_LIMIT } from '../../../contracts/abc-security-monitor/api.ts'
import type { PageAnomaly } from '../../engine/page-anomaly.ts'
import type { Page } from '../../engine/pages.ts'
import type { Store } from '../../engine/store.ts'
import { JSON_TYPE, type Reply } from '../../http/reply.ts'
import { anomalousPage } from './anomalous-page.ts'
import { notValid } from './refusal.ts'
import type { Result } from './result.ts'

/** The part of a result that a client asks for. */
export interface Wanted {
  readonly offset?: number | undefined
  readonly limit?: number | undefined
  readonly pageToken?: string | undefined
  /** Asked for by a fault. */
  readonly anomaly?: PageAnomaly | undefined
}

const NO_PAGE: Page = { json: Buffer.from('[]'), count: 0, total: 0 }
const HEADERS = { 'content-type': JSON_TYPE }

/** One page of a result, in the body that search results and the synchronous query share. */
export function resultsPage(store: Store, result: Result, wanted: Wanted): Reply | Promise<Reply> {
  const offset = offsetOf(store, result.owner, wanted)
  const limit = Math.min(wanted.limit ?? ABC_DEFAULT_LIMIT, store.settings.maxPageSize)
  const { anomaly } = wanted
  if (anomaly) return anomalousPage(store, result, { offset, limit }, anomaly)
  const { selector } = store.compile(result.query, result.source)
  if (!selector) return written(store, result.owner, { offset, limit }, NO_PAGE)
  const page = store.pages.read(result.source, result.query, selector, { offset, limit })
  return page instanceof Promise
    ? page.then((read) => written(store, result.owner, { offset, limit }, read))
    : written(store, result.owner, { offset, limit }, page)
}

function offsetOf(store: Store, owner: string, { offset, pageToken }: Wanted): number {
  if (pageToken === undefined) return offset ?? 0
  if (offset !== undefined) throw notValid("'offset' cannot be given together with 'page_token'")
  const start = store.tokens.offsetOf(owner, pageToken)
  if (start === undefined) throw notValid("'page_token' is malformed, expired or of another result")
  return start
}

/** The rows are JSON already; only what stands around them is written anew for each request. */
function written(
  store: Store,
  owner: string,
  window: { readonly offset: number; readonly limit: number },
  page: Page,
): Reply {
  const { offset } = window
  const end = offset + page.count
  const more = page.count > 0 && end < page.total
  const token = more ? `"${store.tokens.issue(owner, end)}"` : 'null'
  const tail = `,"offset":${offset},"total":${page.total},"next_page_token":${token}}`
  const facts = { page: window, rows: page.count }
  return { status: 200, headers: HEADERS, body: [HEAD, page.json, Buffer.from(tail)], facts }
}

const HEAD = Buffer.from('{"code":200,"data":')
