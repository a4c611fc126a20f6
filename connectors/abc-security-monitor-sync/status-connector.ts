import { requireText } from '../support/require-text.ts'

/** A synchronous search is done before it is asked for (MODE-2). */
export async function status(searchId: string) {
  requireText(searchId, 'search_id')
  return { success: true, status: 'COMPLETED', progress: 100 }
}
