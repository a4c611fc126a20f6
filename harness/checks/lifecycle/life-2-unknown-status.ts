import fc from 'fast-check'
import { ABC_STATUSES } from '../../../contracts/abc-security-monitor/api.ts'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'

// TIMEOUT is no status of this API, but a connector may know it from another.
const KNOWN: readonly string[] = [...ABC_STATUSES, 'TIMEOUT']
const TELLING = ['PAUSED', 'DONE', '', 'COMPLETED_PARTIALLY']

const unknownStatus = fc
  .string({ maxLength: 20 })
  .filter((status) => !KNOWN.includes(status.trim().toUpperCase()))

/**
 * LIFE-2. A status that the API does not list says nothing about completeness, so no caller may be told
 * that the search is done. Another spelling of a known status may be read either way.
 */
export default defineCheck({
  clause: 'LIFE-2',
  claim: 'a status that the connector does not know is never COMPLETED',
  notFor: asynchronousOnly,
  cases: () => fc.record({ status: unknownStatus, progress: fc.nat({ max: 100 }) }),
  always: () => TELLING.map((status) => ({ status, progress: 100 })),
  async run({ connector, dataSource }, { status, progress }) {
    const search = await dataSource.searchIn('EXECUTE', 0)
    const body = { code: 200, query_id: search.id, status, progress, record_count: 0 }
    dataSource.fault({
      kind: 'http-status',
      status: 200,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
    })
    const answer = await connector.status(search.id)
    const { reading } = answer
    if (reading.kind === 'failure') return
    const claimed = reading.kind === 'success' ? reading.envelope['status'] : undefined
    if (claimed !== 'RUNNING' && claimed !== 'ERROR') {
      violated('a failure, or status RUNNING or ERROR', describeAnswer(answer))
    }
  },
})
