import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'

/** SEC-2. There is no request that the data source should have to answer without knowing who asks. */
export default defineCheck({
  clause: 'SEC-2',
  claim: 'every request carries credentials',
  cases: ({ mode }): readonly { readonly method: Method }[] =>
    requestingMethods(mode).map((method) => ({ method })),
  async run({ connector, dataSource }, { method }) {
    const search = await dataSource.completedSearch({ rows: 12, pageSize: 2 })
    const { exchanges } = await callMethod(connector, method, search)
    for (const { request, secrets } of exchanges) {
      if (!secrets.some(({ where }) => where === 'header')) {
        violated(
          'credentials in a header of every request',
          `${request.method} ${request.path} without`,
        )
      }
    }
  },
})
