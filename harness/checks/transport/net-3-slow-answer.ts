import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { succeeds } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'

const TIMEOUT_SECONDS = 10
const LATE_MILLISECONDS = 1_500

interface SlowCase {
  readonly method: Method
  readonly isPrompt?: boolean
}

/** NET-3. A timeout is what the user set it to, and not less: a slow answer within it is an answer. */
export default defineCheck({
  clause: 'NET-3',
  aspect: 'slow answer',
  claim: 'a slow answer within the timeout is awaited',
  waits: true,
  cases: (capabilities): readonly SlowCase[] =>
    requestingMethods(capabilities).map((method) => ({ method })),
  // What fails at once, too, does not fail for want of patience.
  without: ({ method, isPrompt = false }) => (isPrompt ? [] : [{ method, isPrompt: true }]),
  async run({ connectorAt, dataSource }, { method, isPrompt = false }) {
    const search = await dataSource.completedSearch()
    if (!isPrompt) {
      dataSource.fault({ kind: 'latency', milliseconds: LATE_MILLISECONDS, times: 1 })
    }
    const connector = connectorAt({ connection: { options: { timeout: TIMEOUT_SECONDS } } })
    succeeds(await callMethod(connector, method, search))
  },
})
