import { ABC_QUERY_MAX_LENGTH } from '../../../contracts/abc-security-monitor/api.ts'
import { isObject } from '../../kit/answer.ts'
import { type QueryCase, queryFor, queryText } from '../../kit/arbitraries/query-text.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'

const TELLING: readonly QueryCase[] = [
  `it's "quoted"`,
  'two\nlines\tand a tab',
  ' back\\slash \\n %41 + & # ',
  'Zürich 東京 😀',
  'decomposed: Zu\u0308rich',
  'first\r\nsecond -- no comment',
  'x'.repeat(60_000),
].map((text) => ({ query: queryFor(text) }))

/** More characters than the API takes: it is for the data source to say so, or for the connector. */
const TOO_LONG: QueryCase = { query: queryFor('x'.repeat(ABC_QUERY_MAX_LENGTH)) }

/** What stands around a query is part of it. */
const IN_SPACE: QueryCase = { query: `\n  ${queryFor('in space')} \r\n\n` }

/** MODE-3. What the data source receives is what the caller asked, to the byte. */
export default defineCheck({
  clause: 'MODE-3',
  claim: 'the query string reaches the data source unchanged',
  cases: () => queryText,
  always: () => [...TELLING, IN_SPACE, TOO_LONG],
  async run({ connector, mode }, { query }) {
    const answer =
      mode === 'asynchronous' ? await connector.query(query) : await connector.results(query, 0, 1)
    const received = answer.exchanges.map((exchange) => queryIn(exchange.request.body))
    if (received.includes(query)) return
    const actual = received.filter((text) => text !== undefined)
    const isRefused = actual.length === 0 && answer.reading.kind === 'failure'
    if (isRefused && query.length > ABC_QUERY_MAX_LENGTH) return
    violated(
      printable(query),
      actual.length === 0
        ? `no request with a query (${describeAnswer(answer)})`
        : actual.map((text) => printable(text)).join(' and '),
    )
  },
})

function queryIn(body: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(body ?? '')
    return isObject(value) ? value['query'] : undefined
  } catch {
    return undefined
  }
}
