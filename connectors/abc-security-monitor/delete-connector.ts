import type { ApiClient } from './api-client.ts'
import { requireSearchId } from './require-search-id.ts'

/** Removes a search at the data source, which also stops it if it still runs. */
export async function deleteSearch(api: ApiClient, searchId: string) {
  await api.deleteSearch(requireSearchId(searchId))
  return { success: true }
}
