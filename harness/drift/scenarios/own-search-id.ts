import {
  AbcCreateSearchBody,
  AbcSearchStatusBody,
} from '../../../contracts/abc-security-monitor/api.ts'
import type { Exchange } from '../exchange.ts'
import { failure, success } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { type Side, searchPath } from '../side.ts'
import { createSearch, getStatus, idOf } from '../steps.ts'

/** Breaks whoever puts it into a path as it is, on either side. */
const AWKWARD = ' a/b?c#d%2Fé+"'

/** Ids that the client names: one that is in use, and one that must be encoded. */
export const ownSearchId: Scenario = {
  name: 'own-search-id',
  title: "A search id of the client's own",
  async run(side, observe, { query }) {
    const id = side.newId()
    const created = await createSearch(side, query, id)
    observe.answer('create', created, success(AbcCreateSearchBody))
    observe.exact('create', 'the id is the one asked for', idOf(created) === id, created)
    const again = await createSearch(side, query, id)
    observe.answer('create with an id in use', again, failure('already in use'))
    const awkward = `${side.newId()}${AWKWARD}`
    const odd = await createSearch(side, query, awkward)
    observe.answer('create with an awkward id', odd, success(AbcCreateSearchBody))
    observe.exact(
      'create with an awkward id',
      'Location names it',
      leadsTo(side, odd, awkward),
      odd,
    )
    const status = await getStatus(side, awkward)
    observe.answer('status by an awkward id', status, success(AbcSearchStatusBody))
  },
}

function leadsTo(side: Side, { answer }: Exchange, id: string): boolean {
  const location = URL.parse(answer?.headers['location'] ?? '', `${side.url}/searches`)
  const expected = URL.parse(`${side.url}${searchPath(id)}`)
  if (location === null || expected === null) return false
  return decoded(location.pathname) === decoded(expected.pathname)
}

/** What need not be encoded may be. */
function decoded(path: string): string {
  try {
    return path.split('/').map(decodeURIComponent).join('\n')
  } catch {
    return path
  }
}
