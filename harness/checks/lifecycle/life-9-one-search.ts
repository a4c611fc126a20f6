import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { atRequestsOf } from '../../kit/requests.ts'

const TIMEOUT_SECONDS = 1

/** What may befall the response; by then the data source has made its search. */
const MISHAPS = {
  'nothing happens': undefined,
  'the response is lost': { kind: 'close-mid-body', times: 1 },
  'the response is late': {
    kind: 'drip',
    times: 1,
    milliseconds: TIMEOUT_SECONDS * 1_000,
  },
} as const satisfies Record<string, FaultSpec | undefined>

/** LIFE-9. A query that was sent is a search that runs; sent again, it would run twice. */
export default defineCheck({
  clause: 'LIFE-9',
  claim: 'one `query` makes one search, also when its response is lost or late',
  needs: ['asynchronous'],
  waits: true,
  cases: () => Object.keys(MISHAPS) as (keyof typeof MISHAPS)[],
  shows: 'a success',
  async run(session, mishap) {
    const { connectorAt, dataSource, source } = session
    const fault = MISHAPS[mishap]
    if (fault !== undefined) dataSource.fault({ ...fault, ...atRequestsOf(session, 'query') })
    const connector = connectorAt({ connection: { options: { timeout: TIMEOUT_SECONDS } } })
    await connector.query(source.query.all)
    const { length } = dataSource.control.state().searches
    if (length > 1) violated('one search at the data source', `${length} searches`)
  },
})
