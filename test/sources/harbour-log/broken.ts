import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { connectorWith, type Ways } from './connector.ts'

interface BrokenForHarbourLog {
  readonly defect: string
  readonly caughtBy: string
  readonly make: ConnectorFactory
}

/** What is not said is right. */
function broken(defect: string, caughtBy: string, change: Partial<Ways>): BrokenForHarbourLog {
  return { defect, caughtBy, make: (...settings) => connectorWith(change, ...settings) }
}

export const BROKEN: readonly BrokenForHarbourLog[] = [
  broken('a URL that is followed to another host', 'SEC-2 redirect', {
    reach: ({ hostname, port }, connection) => ({
      ...connection,
      host: hostname,
      port: Number(port),
    }),
  }),
  broken('a cursor that is decoded on its way', 'PAGE-2', {
    pathOf: ({ pathname, search }) =>
      `${pathname}${search.replace(/from=[^&]*/, (from) => decodeURIComponent(from))}`,
  }),
  broken('a page shorter than its limit taken for the last', 'PAGE-1', {
    isLast: (rows, asked) => rows < asked,
  }),
  broken('a token that is not renewed', 'ERR-3 renewal', { renews: false }),
  broken('a secret that is repeated in an error', 'SEC-1 echoed', { mask: () => (text) => text }),
]
