import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { connectorWith, type Ways } from './connector.ts'

interface BrokenForElastic {
  readonly defect: string
  readonly caughtBy: string
  readonly make: ConnectorFactory
}

/** What is not said is right. */
function broken(defect: string, caughtBy: string, change: Partial<Ways>): BrokenForElastic {
  return { defect, caughtBy, make: (...settings) => connectorWith(change, ...settings) }
}

export const BROKEN: readonly BrokenForElastic[] = [
  broken('a search after a field that is not unique', 'PAGE-6', { sort: ['@timestamp'] }),
  broken('a search after the first row of a page', 'PAGE-1', { last: ([first]) => first }),
  broken('more rows asked for than the index gives at once', 'PAGE-1', { asksForWindow: false }),
  broken('one page taken for the whole window', 'PAGE-2', { pages: 1 }),
  broken("another search's metadata followed", 'PAGE-7 wrong metadata', { signs: false }),
  broken('a query that is put into the body as it is', 'MODE-3', {
    body: (query, more) =>
      JSON.stringify({ ...more, query: { query_string: { query: '?' } } }).replace('?', query),
  }),
  broken('a password that is repeated in an error', 'SEC-1 echoed', { mask: () => (text) => text }),
]
