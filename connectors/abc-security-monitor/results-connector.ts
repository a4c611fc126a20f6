import type { ApiClient } from './api-client.ts'
import { collectRows, type Window } from './collect-rows.ts'
import type { PageStart } from './page.ts'
import { requireSearchId } from './require-search-id.ts'

/** Gives rows [offset, offset + length) of a completed search, over as many pages as that takes. */
export async function results(api: ApiClient, searchId: string, window: Window) {
  const id = requireSearchId(searchId)
  const fetchPage = (start: PageStart, limit: number) => api.searchResults(id, start, limit)
  return { success: true, ...(await collectRows(fetchPage, id, window)) }
}
