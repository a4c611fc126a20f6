import { failure } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { completedSearch, getResults } from '../steps.ts'

/** What is wrong, the query string, and the name that the message holds. */
const BAD = [
  ['a limit of 0', 'limit=0', 'limit'],
  ['a negative limit', 'limit=-1', 'limit'],
  ['a limit that is no number', 'limit=many', 'limit'],
  ['a limit that is empty', 'limit=', 'limit'],
  ['a negative offset', 'offset=-1', 'offset'],
  ['an offset with a fraction', 'offset=1.5', 'offset'],
  ['an offset that is no number', 'offset=first', 'offset'],
  ['an offset that is there twice', 'offset=0&offset=1', 'offset'],
  ['an unknown parameter', 'connector_contract=1', 'connector_contract'],
] as const

/** 1005, by the query string of results. */
export const badPageParameters: Scenario = {
  name: 'bad-page-parameters',
  title: 'Parameters that are not valid',
  async run(side, observe, { query }) {
    const id = await completedSearch(side, query)
    for (const [probe, parameters, name] of BAD) {
      observe.answer(probe, await getResults(side, id, parameters), failure(name))
    }
  },
}
