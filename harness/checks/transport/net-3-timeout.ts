import type { Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails, violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

const TIMEOUT_SECONDS = 1
/** Beyond the timeout of each request: starting a process and a busy machine take time too. */
const MARGIN_MILLISECONDS = 4_000

const SILENCES = {
  'never answers': { kind: 'hang' },
  'drips its body': { kind: 'drip', milliseconds: 300, headers: false },
  'drips its headers': { kind: 'drip', milliseconds: 300, headers: true },
  'accepts and says nothing': { kind: 'silent-connection' },
  'stops within the handshake': { kind: 'silent-connection', within: 'handshake' },
} as const satisfies Record<string, FaultSpec>

const OF_REQUESTS = ['never answers', 'drips its body', 'drips its headers'] as const
const OF_CONNECTIONS = ['stops within the handshake', 'accepts and says nothing'] as const

interface SilentCase {
  readonly silence: keyof typeof SILENCES
  readonly method: Method
}

/** NET-3. A data source that does not come to the point must not take the caller along. */
export default defineCheck({
  clause: 'NET-3',
  claim: 'a data source that does not answer gives a failure within `options.timeout`',
  waits: true,
  cases: (capabilities): readonly SilentCase[] => {
    const methods = requestingMethods(capabilities)
    return [
      ...combinations<SilentCase>({ silence: OF_REQUESTS, method: methods }),
      // Nothing is asked yet, so that one method tells as much as another.
      ...combinations<SilentCase>({
        silence: OF_CONNECTIONS.slice(capabilities.scheme === 'https' ? 0 : 1),
        method: methods.slice(0, 1),
      }),
    ]
  },
  tells: ({ silence, method }) => `${method} ${silence}`,
  async run({ connectorAt, dataSource }, { method, silence }) {
    const search = await dataSource.completedSearch()
    dataSource.fault(SILENCES[silence])
    const connector = connectorAt({ connection: { options: { timeout: TIMEOUT_SECONDS } } })
    const answer = await callMethod(connector, method, search)
    const { milliseconds, exchanges } = answer
    const [{ struck } = { struck: 0 }] = dataSource.control.faults()
    const requests = Math.max(struck, exchanges.length)
    if (requests === 0) throw new CaseNotApplicable(`${method} makes no request`)
    fails(answer)
    const most = requests * TIMEOUT_SECONDS * 1_000 + MARGIN_MILLISECONDS
    if (milliseconds > most) {
      violated(`a failure within ${TIMEOUT_SECONDS} s a request`, `one after ${milliseconds} ms`)
    }
  },
})
