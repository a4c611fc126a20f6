import type { AbcStatus } from '../../../contracts/abc-security-monitor/api.ts'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'

interface Border {
  readonly status: AbcStatus
  readonly progress: number
  readonly rows: number
}

/** The states around the end, in which a connector that goes by the progress alone is wrong. */
const STATES: readonly Omit<Border, 'rows'>[] = [
  { status: 'COMPLETED', progress: 100 },
  { status: 'EXECUTE', progress: 99 },
  { status: 'EXECUTE', progress: 100 },
  { status: 'SORTING', progress: 100 },
  { status: 'CANCELED', progress: 0 },
  { status: 'CANCELED', progress: 100 },
  { status: 'ERROR', progress: 0 },
  { status: 'ERROR', progress: 100 },
]

/** A search that finds nothing is as done as any other. */
const BORDERS: readonly Border[] = STATES.flatMap((state) => [
  { ...state, rows: 3 },
  { ...state, rows: 0 },
])

/** LIFE-4. COMPLETED means done: with 100, at the first poll that finds it so, and never before. */
export default defineCheck({
  clause: 'LIFE-4',
  claim: 'COMPLETED comes with progress 100, as soon as the data source is done and not before',
  notFor: asynchronousOnly,
  cases: () => BORDERS,
  async run({ connector, dataSource }, { status, progress, rows }) {
    const search = await dataSource.searchIn(status, progress, { rows })
    const answer = await connector.status(search.id)
    const seen = succeeds(answer)
    const completed = seen['status'] === 'COMPLETED'
    if (status === 'COMPLETED') {
      if (!completed || seen['progress'] !== 100) {
        violated('status COMPLETED with progress 100', describeAnswer(answer))
      }
      return
    }
    if (completed) violated(`a search in ${status} not to be COMPLETED`, describeAnswer(answer))
    if (status !== 'EXECUTE' && status !== 'SORTING' && seen['progress'] !== progress) {
      violated(`the progress that was reached, ${progress}`, describeAnswer(answer))
    }
  },
})
