import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { succeeds, violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'

const MOST_QUERIES = 2

/** As many searches as it takes to see two ids, or one id of each awkward kind. */
const SEARCHES = { uuid: 2, awkward: 10 } as const

interface IdCase {
  readonly ids: keyof typeof SEARCHES
  readonly query: string
}

/** MODE-2, asynchronous. A `search_id` is the data source's own, and each search has its own. */
export default defineCheck({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  claim: '`query` makes a search and returns the id that the data source gave',
  needs: ['asynchronous'],
  cases: ({ source }) =>
    combinations<IdCase>({
      ids: source.ids.anyText ? ['uuid', 'awkward'] : ['uuid'],
      query: source.query.examples.slice(0, MOST_QUERIES),
    }),
  async run({ connector, dataSource }, { ids, query }) {
    dataSource.control.patchSettings({ ids })
    const given = new Set<string>()
    for (let turn = 1; turn <= SEARCHES[ids]; turn += 1) {
      const before = new Set(searchIds())
      const { search_id } = succeeds(await connector.query(query))
      const made = searchIds().filter((id) => !before.has(id))
      if (made.length === 0) violated('a new search at the data source', 'none')
      if (!made.some((id) => id === search_id)) {
        violated(
          `the id of search ${turn}, ${made.map((id) => printable(id)).join(' or ')}`,
          printable(search_id),
        )
      }
      given.add(String(search_id))
    }
    if (given.size < SEARCHES[ids]) {
      violated(`${SEARCHES[ids]} ids for as many searches`, [...given].join(', '))
    }

    function searchIds() {
      return dataSource.control.state().searches.map((search) => search.id)
    }
  },
})
