import type { FetchPage, Page, PageStart } from '../../connectors/abc-security-monitor/page.ts'
import { parseCount } from '../../connectors/support/parse-count.ts'
import type { AbcRow } from '../../contracts/abc-security-monitor/api.ts'

/** What a paging loop knows when it decides where to go on. */
export interface Progress {
  /** The page that has just been read, and the limit it was asked with. */
  readonly page: Page
  readonly asked: number
  /** The first page of this call. */
  readonly first: Page
  /** Pages and rows read so far in this call, and the offset that the call began at. */
  readonly pages: number
  readonly rows: number
  readonly offset: number
}

/**
 * The paging loop that connectors are usually written with: it asks for what is missing, and goes on at
 * the place that `next` names, until `length` rows are there, a page is empty or `next` names no place.
 */
export async function readPages(
  fetchPage: FetchPage,
  window: { readonly offset: unknown; readonly length: unknown },
  next: (progress: Progress) => PageStart | undefined,
): Promise<readonly AbcRow[]> {
  const offset = parseCount(window.offset, 'offset')
  const length = parseCount(window.length, 'length')
  const rows: AbcRow[] = []
  let first: Page | undefined
  let start: PageStart | undefined = { offset }
  for (let pages = 1; start !== undefined; pages += 1) {
    const asked = Math.max(1, length - rows.length)
    const page: Page = await fetchPage(start, asked)
    first ??= page
    rows.push(...page.data)
    const isOver = rows.length >= length || page.data.length === 0
    start = isOver ? undefined : next({ page, asked, first, pages, rows: rows.length, offset })
  }
  return rows.slice(0, length)
}

/** Where the API says that the result goes on. */
export function nextToken({ page }: Pick<Progress, 'page'>): PageStart | undefined {
  return page.next_page_token === null ? undefined : { page_token: page.next_page_token }
}
