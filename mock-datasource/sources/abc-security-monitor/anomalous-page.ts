import { nextInCycle, type PageAnomaly } from '../../engine/page-anomaly.ts'
import type { Store } from '../../engine/store.ts'
import { jsonReply, type Reply } from '../../http/reply.ts'
import type { Result } from './result.ts'

interface Window {
  readonly offset: number
  readonly limit: number
}

interface Body {
  readonly code: 200
  readonly data: unknown
  readonly offset: number
  readonly total: number
  readonly next_page_token: string | null
}

/** A page of a result that a fault makes wrong, or odd. `asked` is what the right one would hold. */
export async function anomalousPage(
  store: Store,
  result: Result,
  asked: Window,
  anomaly: PageAnomaly,
): Promise<Reply> {
  const read = windowRead(asked, anomaly)
  const { selector } = store.compile(result.query, result.source)
  const page = selector && (await store.pages.read(result.source, result.query, selector, read))
  const total = page?.total ?? 0
  const data: unknown = page ? JSON.parse(page.json.toString()) : []
  const tokenTo = (offset: number) => store.tokens.issue(result.owner, offset)
  const end = asked.offset + (anomaly.variant === 'short-page' ? read.limit : asked.limit)
  const right: Body = {
    code: 200,
    data,
    offset: read.offset,
    total,
    next_page_token: asked.offset < total && end < total ? tokenTo(end) : null,
  }
  const body: Body = { ...right, ...changes(anomaly, right, asked, tokenTo) }
  const rows = Array.isArray(body.data) ? body.data.length : 0
  return { ...jsonReply(200, body), facts: { page: asked, rows } }
}

/** Which rows are read, where they are not those asked for. */
function windowRead({ offset, limit }: Window, anomaly: PageAnomaly): Window {
  switch (anomaly.variant) {
    case 'repeated-page':
      return { offset: Math.max(0, offset - limit), limit }
    case 'changed-result':
      return { offset: offset + 1, limit }
    case 'short-page':
      return { offset, limit: Math.min(limit, anomaly.rows ?? Math.max(1, Math.floor(limit / 2))) }
    default:
      return { offset, limit }
  }
}

function changes(
  anomaly: PageAnomaly,
  { offset, total }: Body,
  asked: Window,
  tokenTo: (offset: number) => string,
): Partial<Body> {
  switch (anomaly.variant) {
    case 'empty-page':
      return { data: [], next_page_token: tokenTo(offset) }
    case 'repeated-token':
      return { next_page_token: tokenTo(offset) }
    case 'empty-pages':
      return { data: [], next_page_token: tokenTo(offset + asked.limit) }
    case 'token-cycle':
      return { next_page_token: tokenTo(nextInCycle(asked)) }
    case 'changed-result':
      return { offset: asked.offset, total: Math.max(0, total - 1) }
    case 'wrong-total':
      return { total: Math.max(0, total + (anomaly.by ?? 1)) }
    default:
      return {}
  }
}
