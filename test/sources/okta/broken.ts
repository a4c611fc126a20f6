import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { nextLink } from './api.ts'
import { connectorWith, type Ways } from './connector.ts'

interface BrokenForOkta {
  readonly defect: string
  readonly caughtBy: string
  readonly make: ConnectorFactory
}

const MOST_ROWS = 1_000

/** What is not said is right. */
function broken(defect: string, caughtBy: string, change: Partial<Ways>): BrokenForOkta {
  return { defect, caughtBy, make: (...settings) => connectorWith(change, ...settings) }
}

export const BROKEN: readonly BrokenForOkta[] = [
  broken('a link that is followed to another host', 'SEC-2 redirect', {
    next(answer) {
      const link = nextLink(answer)
      return link === undefined ? undefined : new URL(link)
    },
    hostOf: ({ host }) => host,
  }),
  broken('a cursor that is not encoded', 'PAGE-2', {
    pathOf: ({ pathname, search }) =>
      `${pathname}${search.replace(/after=[^&]*/, (after) => decodeURIComponent(after))}`,
  }),
  broken('the first link taken, which is that of the page itself', 'PAGE-1', {
    next(answer, asked) {
      const first = /<([^>]*)>/.exec(String(answer.headers['link']))?.[1]
      return first === undefined ? undefined : new URL(first, asked.href)
    },
  }),
  broken('a page shorter than its limit taken for the last', 'PAGE-1', {
    next(answer, asked) {
      const rows = Array.isArray(answer.json) ? answer.json.length : 0
      if (rows < Number(asked.searchParams.get('limit'))) return undefined
      return new URL(nextLink(answer) ?? asked.href)
    },
  }),
  broken('pages asked for whole, whose cursor leads past the window', 'PAGE-6', {
    limit: () => MOST_ROWS,
  }),
  broken('an empty page taken for the end', 'PAGE-2 the data source errs', { circle: 'the end' }),
  broken('a query that is encoded once more', 'MODE-3', {
    written: (query) => query.replaceAll('%', '%25'),
  }),
  broken('a token that is repeated in an error', 'SEC-1 echoed', { mask: () => (text) => text }),
]
