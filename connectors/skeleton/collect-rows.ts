import type { Api, Place } from './api.ts'
import { type ApiSession, broken, valueAt } from './api-session.ts'

/** The rows that a call wants: `length` of them behind the first `offset`. */
export interface Window {
  readonly offset: number
  readonly length: number
}

/** Rows [offset, offset + length) of a result, over as many pages as that takes. */
export async function collectRows(
  api: Api,
  session: ApiSession,
  idOrQuery: string,
  { offset, length }: Window,
): Promise<readonly object[]> {
  const { by, mostRows } = api.paging
  const size = pageSizeFor(by, { offset, length }, mostRows)
  const startsAt = by === 'offset' ? offset : by === 'page' ? offset - (offset % size) : 0
  const rows: object[] = []
  let next: string | undefined
  for (let pages = by === 'page' ? startsAt / size : 0; ; pages += 1) {
    const left = offset + length - startsAt - rows.length
    // A page is asked for also where no row is wanted, to hear of the search's errors.
    const limit = by === 'page' ? size : Math.max(1, Math.min(left, size))
    const place: Place = { offset: startsAt + rows.length, pages, limit, ...(next && { next }) }
    const page = await pageAt(api, session, idOrQuery, place)
    rows.push(...page.rows)
    const isEnd = by === 'next' ? page.next === undefined : page.rows.length === 0
    const isWhole = by === 'nothing' || (by === 'page' && page.rows.length < size)
    if (isEnd || isWhole || startsAt + rows.length >= offset + length) break
    // A page that leads to itself, or to another without a row, would never end.
    if (by === 'next' && (page.next === next || page.rows.length === 0)) {
      throw broken(api, api.at.next ?? [])
    }
    next = page.next
  }
  return rows.slice(offset - startsAt, offset - startsAt + length)
}

/** Pages that are numbered have one size throughout. */
function pageSizeFor(
  by: Api['paging']['by'],
  { offset, length }: Window,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (by !== 'page') return most
  return Math.max(1, Math.min(most, offset + length, 1_000))
}

async function pageAt(api: Api, session: ApiSession, idOrQuery: string, place: Place) {
  const { at, paging } = api
  const body = await session.ask(api.results(idOrQuery, place))
  const rows = valueAt(body, at.rows)
  const next = at.next && valueAt(body, at.next)
  const areRows = Array.isArray(rows) && rows.every(isObject)
  if (!areRows || (paging.by !== 'nothing' && rows.length > place.limit)) throw broken(api, at.rows)
  if (at.next && next !== null && typeof next !== 'string') throw broken(api, at.next)
  return { rows: rows as readonly object[], next: typeof next === 'string' ? next : undefined }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
