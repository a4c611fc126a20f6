import fc from 'fast-check'
import type { AbcStatus } from '../../../contracts/abc-security-monitor/api.ts'
import type { SearchStatus } from '../../../contracts/envelopes.ts'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'

const MAPPED = {
  WAIT: 'RUNNING',
  EXECUTE: 'RUNNING',
  SORTING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  CANCELED: 'CANCELED',
  ERROR: 'ERROR',
} as const satisfies Record<AbcStatus, SearchStatus>

interface StatusCase {
  readonly status: AbcStatus
  readonly progress: number
}

const TELLING: readonly StatusCase[] = [
  { status: 'WAIT', progress: 0 },
  { status: 'EXECUTE', progress: 40 },
  { status: 'SORTING', progress: 99 },
  { status: 'COMPLETED', progress: 100 },
  { status: 'CANCELED', progress: 50 },
  { status: 'ERROR', progress: 50 },
]

const anyStatus: fc.Arbitrary<StatusCase> = fc.oneof(
  fc.constantFrom(...TELLING.slice(3), { status: 'WAIT' as const, progress: 0 }),
  fc.record({
    status: fc.constantFrom<AbcStatus>('EXECUTE', 'SORTING', 'CANCELED', 'ERROR'),
    progress: fc.integer({ min: 1, max: 99 }),
  }),
)

/** LIFE-1. Each status of the data source has its counterpart, and the progress is the data source's. */
export default defineCheck({
  clause: 'LIFE-1',
  claim: "`status` maps the data source's status and passes on its progress",
  notFor: asynchronousOnly,
  cases: () => anyStatus,
  always: () => TELLING,
  async run({ connector, dataSource }, { status, progress }) {
    const search = await dataSource.searchIn(status, progress)
    const answer = await connector.status(search.id)
    const envelope = succeeds(answer)
    if (envelope['status'] !== MAPPED[status] || envelope['progress'] !== progress) {
      violated(`status ${MAPPED[status]} with progress ${progress}`, describeAnswer(answer))
    }
  },
})
