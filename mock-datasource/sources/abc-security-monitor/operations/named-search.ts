import type { Search } from '../../../engine/search.ts'
import type { Store } from '../../../engine/store.ts'
import type { ApiRequest } from '../../../http/api-request.ts'
import { Refusal } from '../../../refusal.ts'
import { searchIdOf } from '../parameters.ts'
import { scriptedRefusal } from '../refusal.ts'

/**
 * The search that the path names. Refuses if there is none (1002), or if its query scripts that this
 * operation fails.
 */
export function namedSearch(
  request: ApiRequest,
  store: Store,
  operation: 'status' | 'results' | 'delete',
): Search {
  const id = searchIdOf(request)
  const search = store.searches.get(id)
  if (!search) throw new Refusal('1002', { message: `The search '${id}' does not exist` })
  const code = store.failsOf(search)[operation]
  if (code !== undefined) throw scriptedRefusal(code)
  return search
}
