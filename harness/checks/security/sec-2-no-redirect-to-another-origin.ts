import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import type { Session } from '../../kit/session.ts'

interface RedirectCase {
  readonly method: Method
  readonly status: 301 | 302 | 303 | 307 | 308
}

/** The first page of a result says that the next one is at another origin. */
interface LinkCase {
  readonly method: 'results'
  readonly link: 'to the next page'
}

const LINK: LinkCase = { method: 'results', link: 'to the next page' }
const ROWS = 12
const PAGE_SIZE = 4

/** SEC-2. Credentials are for one origin; whoever answers there may not send them on to another. */
export default defineCheck({
  clause: 'SEC-2',
  aspect: 'redirect',
  claim: 'no request follows a redirect to another origin',
  cases: (capabilities): readonly (RedirectCase | LinkCase)[] => [
    ...combinations<RedirectCase>({
      method: requestingMethods(capabilities),
      status: [302, 307, 301, 303, 308],
    }),
    ...(capabilities.source.paging.style === 'next-url' ? [LINK] : []),
  ],
  async run(session, tried) {
    const elsewhere = await session.anotherDataSource()
    if ('link' in tried) await followTo(elsewhere.url, session)
    else await redirectTo(elsewhere.url, session, tried)
    const [reached] = elsewhere.control.journal.entries()
    if (reached !== undefined) {
      const { request, secrets } = reached
      const what = secrets.length === 0 ? 'a request' : 'a request with credentials'
      violated('no request to another origin', `${what}: ${request.method} ${request.path}`)
    }
  },
})

async function redirectTo(url: string, session: Session, { method, status }: RedirectCase) {
  const search = await session.dataSource.completedSearch()
  session.dataSource.fault({ kind: 'redirect', to: url, status })
  await callMethod(session.connector, method, search)
}

async function followTo(url: string, { connector, dataSource }: Session) {
  const search = await dataSource.completedSearch({ rows: ROWS, pageSize: PAGE_SIZE })
  dataSource.fault({ kind: 'page-anomaly', variant: 'next-elsewhere', to: url })
  await connector.results(search.id, 0, ROWS)
}
