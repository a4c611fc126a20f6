import fc from 'fast-check'
import type { AbcStatus } from '../../../contracts/abc-security-monitor/api.ts'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'

const RUNNING_STATUSES = ['WAIT', 'EXECUTE', 'SORTING'] as const
const END_POLLS = 2

/** The states of one search, as its polls find them; the last one is polled more than once. */
interface Life {
  readonly progress: readonly number[]
  readonly end: 'COMPLETED' | 'CANCELED' | 'ERROR'
}

const life: fc.Arbitrary<Life> = fc.record({
  progress: fc
    .array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 6 })
    .map((values) => values.toSorted((a, b) => a - b)),
  end: fc.constantFrom('COMPLETED', 'CANCELED', 'ERROR'),
})

const TELLING: readonly Life[] = [
  { progress: [0, 30, 60], end: 'COMPLETED' },
  { progress: [0, 1, 99], end: 'CANCELED' },
  { progress: [10, 10, 20], end: 'ERROR' },
]

/** LIFE-3. What a caller sees over the polls only goes forward, and an end is the end. */
export default defineCheck({
  clause: 'LIFE-3',
  claim: 'progress never goes down while RUNNING, and a terminal status stays',
  notFor: asynchronousOnly,
  cases: () => life,
  always: () => TELLING,
  async run({ connector, dataSource }, { progress, end }) {
    const search = await dataSource.searchIn('WAIT', 0)
    let highest = 0
    let terminal: unknown
    for (const state of statesOf(progress, end)) {
      if (dataSource.control.search(search.id) === undefined) {
        violated('the search to be there still', 'a search that its own polls have removed')
      }
      dataSource.advance(search, state.status, state.progress)
      const answer = await connector.status(search.id)
      const seen = succeeds(answer)
      if (terminal !== undefined && seen['status'] !== terminal) {
        violated(`status ${terminal}, as before`, describeAnswer(answer))
      }
      const advancing = seen['status'] === 'RUNNING' || seen['status'] === 'COMPLETED'
      if (advancing && Number(seen['progress']) < highest) {
        violated(`a progress of at least ${highest}, as before`, describeAnswer(answer))
      }
      if (advancing) highest = Number(seen['progress'])
      if (seen['status'] !== 'RUNNING') terminal = seen['status']
    }
  },
})

function statesOf(
  progress: readonly number[],
  end: Life['end'],
): readonly { readonly status: AbcStatus; readonly progress: number }[] {
  const running = progress.map((value, index) => ({
    status: RUNNING_STATUSES[Math.min(index, RUNNING_STATUSES.length - 1)] ?? 'SORTING',
    progress: index === 0 ? 0 : value,
  }))
  const reached = end === 'COMPLETED' ? 100 : (running.at(-1)?.progress ?? 0)
  return [
    ...running,
    ...Array.from({ length: END_POLLS }, () => ({ status: end, progress: reached })),
  ]
}
