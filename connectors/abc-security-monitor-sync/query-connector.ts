import { requireText } from '../support/require-text.ts'

/** Hands the query on: a synchronous search has no other id (MODE-2). */
export async function query(nativeQuery: string) {
  return { success: true, search_id: requireText(nativeQuery, 'query') }
}
