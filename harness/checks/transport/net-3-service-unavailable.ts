import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'

const TIMEOUT_SECONDS = 1

/** NET-3, its SHOULD. Who does not answer in time is not available. Anything but a failure is the MUST's. */
export default defineCheck({
  clause: 'NET-3',
  aspect: 'code',
  level: 'SHOULD',
  claim: 'a data source that does not answer in time fails with `service_unavailable`',
  waits: true,
  cases: (capabilities): readonly { readonly method: Method }[] =>
    requestingMethods(capabilities).map((method) => ({ method })),
  async run({ connectorAt, dataSource }, { method }) {
    const search = await dataSource.completedSearch()
    dataSource.fault({ kind: 'hang' })
    const connector = connectorAt({ connection: { options: { timeout: TIMEOUT_SECONDS } } })
    const answer = await callMethod(connector, method, search)
    if (answer.reading.kind === 'failure') fails(answer, 'service_unavailable')
  },
})
