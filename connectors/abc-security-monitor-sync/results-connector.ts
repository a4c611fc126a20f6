import type { ApiClient } from '../abc-security-monitor/api-client.ts'
import { collectRows, type Window } from '../abc-security-monitor/collect-rows.ts'
import type { PageStart } from '../abc-security-monitor/page.ts'
import { requireText } from '../support/require-text.ts'

/** Runs the query and gives rows [offset, offset + length). The search id is the query itself. */
export async function results(api: ApiClient, searchId: string, window: Window) {
  const nativeQuery = requireText(searchId, 'search_id')
  const fetchPage = (start: PageStart, limit: number) => api.queryEvents(nativeQuery, start, limit)
  return { success: true, ...(await collectRows(fetchPage, nativeQuery, window)) }
}
