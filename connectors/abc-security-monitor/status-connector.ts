import type { AbcStatus } from '../../contracts/abc-security-monitor/api.ts'
import type { SearchStatus } from '../../contracts/envelopes.ts'
import { ConnectorFailure } from '../support/connector-failure.ts'
import type { ApiClient } from './api-client.ts'
import { requireSearchId } from './require-search-id.ts'

/** What each state of the data source is to a caller (LIFE-1). */
const STATUS: Readonly<Record<AbcStatus, SearchStatus>> = {
  WAIT: 'RUNNING',
  EXECUTE: 'RUNNING',
  SORTING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  CANCELED: 'CANCELED',
  ERROR: 'ERROR',
}

/** Tells how far a search is. Completed is always 100 percent, and nothing else is read into the number. */
export async function status(api: ApiClient, searchId: string) {
  const search = await api.searchStatus(requireSearchId(searchId))
  if (search.query_id !== searchId) {
    throw new ConnectorFailure('unknown', 'The data source answered for another search')
  }
  const progress = search.status === 'COMPLETED' ? 100 : search.progress
  return { success: true, status: STATUS[search.status], progress }
}
