import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface EchoCase {
  readonly method: Method
  readonly encoding: 'plain' | 'percent' | 'base64'
}

/** SEC-1. A data source that echoes what it was sent must not make the connector pass it on. */
export default defineCheck({
  clause: 'SEC-1',
  aspect: 'echoed',
  claim: 'credentials that the data source repeats in a message are masked',
  needs: ['general'],
  cases: (capabilities) =>
    combinations<EchoCase>({
      method: requestingMethods(capabilities),
      encoding: ['plain', 'percent', 'base64'],
    }),
  async run(session, { method, encoding }) {
    const search = await session.dataSource.completedSearch()
    const message = `An error occurred: not accepted: ${session.secrets.form(encoding)} (sent)`
    const { general: code = '' } = session.source.errors.roles
    session.dataSource.fault({ kind: 'api-error', code, message })
    await callMethod(session.connector, method, search)
  },
})
