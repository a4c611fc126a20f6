import { requireText } from '../support/require-text.ts'

/** The data source keeps nothing of a synchronous search, so there is nothing to remove (MODE-2). */
export async function deleteSearch(searchId: string) {
  requireText(searchId, 'search_id')
  return { success: true }
}
