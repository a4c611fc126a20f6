import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails, violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

/** Nobody waits for it but who does what is wrong. */
const TIMEOUT_SECONDS = 5
/** Beyond the timeout of each request: starting a process and a busy machine take time too. */
const MARGIN_MILLISECONDS = 4_000

/** What servers and proxies have been seen to say, and what somebody means ill with; the most telling first. */
const VALUES = [
  'Thu, 31 Dec 2099 23:59:59 GMT',
  '99999999999',
  '-1',
  'soon',
  '0',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '1.5',
] as const

interface OddCase {
  readonly method: Method
  readonly retryAfter: (typeof VALUES)[number]
  readonly status: 429 | 503
}

/** NET-5, what it says of any value. Whoever is asked to wait for a century says so, and at once. */
export default defineCheck<OddCase>({
  clause: 'NET-5',
  aspect: 'odd values',
  claim: 'whatever `Retry-After` says, a call fails, and within its time',
  waits: true,
  cases: (capabilities) => [
    ...combinations<OddCase>({ method: ['results'], retryAfter: VALUES, status: [429, 503] }),
    ...combinations<OddCase>({
      method: requestingMethods(capabilities).filter((method) => method !== 'results'),
      retryAfter: [VALUES[0]],
      status: [429],
    }),
  ],
  tells: ({ method, retryAfter }) => `${method} with ${retryAfter}`,
  async run({ connectorAt, dataSource }, { method, retryAfter, status }) {
    const search = await dataSource.completedSearch()
    const headers = { 'Retry-After': retryAfter }
    dataSource.fault({ kind: 'http-status', status, headers })
    const connector = connectorAt({ connection: { options: { timeout: TIMEOUT_SECONDS } } })
    const answer = await callMethod(connector, method, search)
    const { length: requests } = answer.exchanges
    if (requests === 0 && answer.reading.kind !== 'none') {
      throw new CaseNotApplicable(`${method} makes no request`)
    }
    fails(answer)
    const most = requests * TIMEOUT_SECONDS * 1_000 + MARGIN_MILLISECONDS
    if (answer.milliseconds > most) {
      violated(
        `a failure within ${TIMEOUT_SECONDS} s a request`,
        'one that waited to be asked again',
      )
    }
  },
})
