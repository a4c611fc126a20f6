import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface Places {
  readonly words: string
  readonly where: readonly string[]
}

/** SEC-2. There is no request that the data source should have to answer without knowing who asks. */
export default defineCheck({
  clause: 'SEC-2',
  claim: 'every request carries credentials',
  cases: (capabilities): readonly { readonly method: Method }[] =>
    requestingMethods(capabilities).map((method) => ({ method })),
  async run({ connector, dataSource, source }, { method }) {
    const search = await dataSource.completedSearch({ rows: 12, pageSize: 2 })
    const { exchanges } = await callMethod(connector, method, search)
    for (const { operation = '', request, secrets } of exchanges) {
      const { words, where } = placesOf(source, source.operations[operation]?.role === 'log-in')
      if (!secrets.some((seen) => where.includes(seen.where))) {
        violated(`credentials in ${words}`, `${request.method} ${request.path} without`)
      }
    }
  },
})

/** Where credentials are looked for: a log-in shows them as it likes, and any other request as the API has it. */
function placesOf({ credentials }: DataSource, isLogIn: boolean): Places {
  return isLogIn || Object.keys(credentials.headers).length === 0
    ? { words: 'every request', where: ['header', 'body'] }
    : { words: 'a header of every request', where: ['header'] }
}
