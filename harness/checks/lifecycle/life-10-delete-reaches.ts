import type { AbcStatus } from '../../../contracts/abc-security-monitor/api.ts'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { succeeds, violated } from '../../kit/expectations.ts'

interface DeleteCase {
  readonly status: AbcStatus
  readonly progress: number
}

const CASES: readonly DeleteCase[] = [
  { status: 'COMPLETED', progress: 100 },
  { status: 'EXECUTE', progress: 40 },
  { status: 'WAIT', progress: 0 },
  { status: 'CANCELED', progress: 40 },
  { status: 'ERROR', progress: 40 },
]

/** LIFE-10. What a caller deletes is gone at the data source too, and stops costing it anything. */
export default defineCheck({
  clause: 'LIFE-10',
  claim: '`delete` reaches the data source',
  notFor: (capabilities) =>
    asynchronousOnly(capabilities) ??
    (capabilities.declarations.delete === 'reaches'
      ? undefined
      : 'its author declares that the data source cannot delete'),
  cases: () => CASES,
  async run({ connector, dataSource }, { status, progress }) {
    const search = await dataSource.searchIn(status, progress)
    const other = await dataSource.searchIn(status, progress)
    succeeds(await connector.delete(search.id))
    if (dataSource.control.search(search.id) !== undefined) {
      violated('the search to be gone from the data source', 'it is still there')
    }
    if (dataSource.control.search(other.id) === undefined) {
      violated('the other search to be there', 'it is gone too')
    }
  },
})
