import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { type QueryCase, queryFor, queryText } from '../../kit/arbitraries/query-text.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'

const TELLING = [
  `it's "quoted"`,
  'two\nlines\tand a tab',
  ' back\\slash \\n %41 + & # ',
  'Zürich 東京 😀',
  'decomposed: Zu\u0308rich',
  'first\r\nsecond -- no comment',
]

const LONG = 60_000

/** MODE-3. What the data source receives is what the caller asked, to the byte. */
export default defineCheck({
  clause: 'MODE-3',
  claim: 'the query string reaches the data source unchanged',
  needs: ['free text'],
  cases: ({ source }) => queryText(source),
  always: ({ source }) => [...tellingQueries(source), ...tooLong(source)],
  async run({ connector, mode, source }, { query }) {
    const { longest = Number.POSITIVE_INFINITY } = source.query
    const canonical = (text: string) => source.query.canonical?.(text) ?? text
    const answer =
      mode === 'asynchronous' ? await connector.query(query) : await connector.results(query, 0, 1)
    const received = answer.exchanges
      .map(({ request }) => source.reads.query(request))
      .filter((text) => text !== undefined)
    if (received.some((text) => canonical(text) === canonical(query))) return
    const isRefused = received.length === 0 && answer.reading.kind === 'failure'
    if (isRefused && query.length > longest) return
    violated(
      printable(query),
      received.length === 0
        ? `no request with a query (${describeAnswer(answer)})`
        : received.map((text) => printable(text)).join(' and '),
    )
  },
})

function tellingQueries(source: DataSource): readonly QueryCase[] {
  const { longest = Number.POSITIVE_INFINITY } = source.query
  const around = queryFor(source, '').length
  const long = 'x'.repeat(Math.max(0, Math.min(LONG, longest - around)))
  // What stands around a query is part of it.
  const inSpace = `\n  ${queryFor(source, 'in space')} \r\n\n`
  return [...[...TELLING, long].map((text) => queryFor(source, text)), inSpace].map((query) => ({
    query,
  }))
}

/** More characters than the API takes: it is for the data source to say so, or for the connector. */
function tooLong(source: DataSource): readonly QueryCase[] {
  const { longest } = source.query
  return longest === undefined ? [] : [{ query: queryFor(source, 'x'.repeat(longest)) }]
}
