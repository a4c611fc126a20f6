import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface RedirectCase {
  readonly method: Method
  readonly status: 301 | 302 | 303 | 307 | 308
}

/** SEC-2. Credentials are for one origin; whoever answers there may not send them on to another. */
export default defineCheck({
  clause: 'SEC-2',
  aspect: 'redirect',
  claim: 'no request follows a redirect to another origin',
  cases: (capabilities) =>
    combinations<RedirectCase>({
      method: requestingMethods(capabilities),
      status: [302, 307, 301, 303, 308],
    }),
  async run(session, { method, status }) {
    const search = await session.dataSource.completedSearch()
    const elsewhere = await session.anotherDataSource()
    session.dataSource.fault({ kind: 'redirect', to: elsewhere.url, status })
    await callMethod(session.connector, method, search)
    const [reached] = elsewhere.control.journal.entries()
    if (reached !== undefined) {
      const { request, secrets } = reached
      const what = secrets.length === 0 ? 'a request' : 'a request with credentials'
      violated('no request to another origin', `${what}: ${request.method} ${request.path}`)
    }
  },
})
