import type { AbcRow } from '../../contracts/abc-security-monitor/api.ts'
import { parseCount } from '../support/parse-count.ts'
import type { FetchPage, Page, PageStart } from './page.ts'
import { metadataOf, type Place, placeOf } from './place.ts'
import { requireSoundPage } from './require-sound-page.ts'

/** The most rows that are asked of the data source at once; it may give fewer. */
const MAX_PAGE_ROWS = 1_000

/** The part of a result that a caller asks for, unparsed. */
export interface Window {
  readonly offset: unknown
  readonly length: unknown
  readonly metadata?: unknown
  /** `options.result_limit`: rows from here on are as if the data source had none (PAGE-9). */
  readonly resultLimit?: number | undefined
}

/**
 * Collects a window of a search's result over as many pages as that takes, and tells where to continue
 * unless the result ends there.
 *
 * Every page but an empty one brings the window nearer to its end, and an empty one ends it or fails, so
 * that there are never more requests than rows asked for, and one (PAGE-8).
 *
 * @param search what the metadata is bound to
 * @throws ConnectorFailure where the window is not valid, or any page fails or contradicts another
 */
export async function collectRows(fetchPage: FetchPage, search: string, window: Window) {
  const offset = parseCount(window.offset, 'offset')
  const length = parseCount(window.length, 'length')
  const limit = window.resultLimit ?? Number.POSITIVE_INFINITY
  const start = window.metadata == null ? undefined : placeOf(window.metadata, search)
  const first = start?.result_count ?? offset
  const wanted = Math.max(0, Math.min(length, limit - first))

  const { rows, place } = await walk(fetchPage, start, first, wanted)
  const ended = place.result_count >= Math.min(place.total, limit)
  return ended ? { data: rows } : { data: rows, metadata: metadataOf(place, search) }
}

/** Reads page after page. A page is read even where no row is wanted, to hear of the search's errors. */
async function walk(
  fetchPage: FetchPage,
  start: Place | undefined,
  first: number,
  wanted: number,
): Promise<{ rows: AbcRow[]; place: Place }> {
  const rows: AbcRow[] = []
  const seen = new Set<unknown>()
  let before = start
  for (;;) {
    const position = first + rows.length
    const limit = Math.max(1, Math.min(wanted - rows.length, MAX_PAGE_ROWS))
    const page = await fetchPage(pageStart(before, position), limit)
    requireSoundPage(page, { position, limit, before, seen })
    if (wanted === 0) return { rows, place: { ...placeAt(position, before), total: page.total } }
    rows.push(...page.data)
    before = placeBehind(page, first + rows.length)
    if (before.next_page_token === null || rows.length >= wanted) return { rows, place: before }
  }
}

function pageStart(place: Place | undefined, position: number): PageStart {
  const token = place?.next_page_token ?? null
  return token === null ? { offset: position } : { page_token: token }
}

function placeAt(position: number, before: Place | undefined) {
  return { result_count: position, next_page_token: before?.next_page_token ?? null }
}

function placeBehind(page: Page, position: number): Place {
  return { result_count: position, next_page_token: page.next_page_token, total: page.total }
}
