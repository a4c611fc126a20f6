import { failure } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { createSearch } from '../steps.ts'

/** What is wrong, the query, and the name that the message holds. */
const BAD = [
  ['a query in no language', 'connector-contract: no query', undefined],
  ['a text that does not end', "SELECT * FROM events WHERE url = 'x", undefined],
  ['an unknown table', 'SELECT * FROM connector_contract', 'connector_contract'],
  ['an unknown field', 'SELECT connector_contract FROM events', 'connector_contract'],
] as const

/** 2000: what cannot be parsed, and what is not there. */
export const badQueries: Scenario = {
  name: 'bad-queries',
  title: 'Queries that are not valid',
  async run(side, observe) {
    for (const [probe, query, says] of BAD) {
      observe.answer(probe, await createSearch(side, query), failure(says))
    }
  },
}
