import { requireText } from '../support/require-text.ts'
import type { ApiClient } from './api-client.ts'

/** Starts a search at the data source and gives the id that the data source knows it by. */
export async function query(api: ApiClient, nativeQuery: string) {
  const search = await api.createSearch(requireText(nativeQuery, 'query'))
  return { success: true, search_id: search.query_id }
}
