import { failure } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { completedSearch, getResults, pageOf } from '../steps.ts'
import { CannotGoOn } from '../stops.ts'

const REFUSED = failure('page_token')
const WHOSE = "another search's token"

/** 1005, by page tokens that are made up, damaged, another search's, or not alone. */
export const badPageTokens: Scenario = {
  name: 'bad-page-tokens',
  title: 'Page tokens that are not valid',
  async run(side, observe, { query }) {
    const id = await completedSearch(side, query)
    const ask = (token: string, more = '') =>
      getResults(side, id, `page_token=${encodeURIComponent(token)}${more}`)
    observe.answer('a token that is made up', await ask('connector-contract'), REFUSED)
    const { next_page_token: token } = pageOf(await getResults(side, id, 'limit=1'))
    const other = await completedSearch(side, query)
    const { next_page_token: foreign } = pageOf(await getResults(side, other, 'limit=1'))
    if (token === null || foreign === null) {
      throw new CannotGoOn('no page gives a token; give --query more rows')
    }
    observe.answer('a damaged token', await ask(`${token}A`), REFUSED)
    observe.answer('a token and an offset', await ask(token, '&offset=0'), failure('offset'))
    observe.answer(WHOSE, await ask(foreign), REFUSED)
  },
}
