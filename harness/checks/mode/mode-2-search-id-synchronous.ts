import { queryText } from '../../kit/arbitraries/query-text.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'

/** MODE-2, synchronous. The query is its own search, done as soon as it is asked. */
export default defineCheck({
  clause: 'MODE-2',
  aspect: 'synchronous',
  claim: '`search_id` is the query itself, COMPLETED with 100, and `delete` succeeds',
  needs: ['synchronous', 'free text'],
  cases: ({ source }) => queryText(source),
  shows: 'a case',
  async run({ connector }, { query }) {
    const { search_id } = succeeds(await connector.query(query))
    if (search_id !== query) violated(printable(query), printable(search_id))
    const status = await connector.status(query)
    const { status: state, progress } = succeeds(status)
    if (state !== 'COMPLETED' || progress !== 100) {
      violated('status COMPLETED with progress 100', describeAnswer(status))
    }
    succeeds(await connector.delete(query))
  },
})
