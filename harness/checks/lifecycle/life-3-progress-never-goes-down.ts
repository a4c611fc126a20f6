import fc from 'fast-check'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'
import type { Standing } from '../../kit/lifecycle/standing.ts'
import { progressSlack, tellsProgress } from '../../kit/progress.ts'

const END_POLLS = 2

/** The states of one search, as its polls find them; the last one is polled more than once. */
interface Life {
  readonly progress: readonly number[]
  /** A terminal status in the data source's word. */
  readonly end: string
}

/** LIFE-3. What a caller sees over the polls only goes forward, and an end is the end. */
export default defineCheck({
  clause: 'LIFE-3',
  claim: 'progress never goes down while RUNNING, and a terminal status stays',
  needs: ['asynchronous', 'a running state'],
  cases: ({ source }) => anyLife(source),
  always: ({ source }) => tellingLives(source),
  async run({ connector, dataSource, source }, { progress, end }) {
    const search = await dataSource.searchIn(statesOf(source).first ?? '', 0)
    const [tells, slack] = [tellsProgress(source), progressSlack(source)]
    let highest = 0
    let terminal: unknown
    for (const state of stagesOf(progress, end, source)) {
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
      if (advancing && tells && Number(seen['progress']) < highest - slack) {
        violated(`a progress of at least ${highest}, as before`, describeAnswer(answer))
      }
      if (advancing) highest = Number(seen['progress'])
      if (seen['status'] !== 'RUNNING') terminal = seen['status']
    }
  },
})

function anyLife(source: DataSource): fc.Arbitrary<Life> {
  const { completed, canceled, failed } = statesOf(source)
  const ends = [completed, canceled, failed].filter((word) => word !== undefined)
  return fc.record({
    progress: fc
      .array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 6 })
      .map((values) => values.toSorted((a, b) => a - b)),
    end: fc.constantFrom(...ends),
  })
}

function tellingLives(source: DataSource): readonly Life[] {
  const { completed, canceled, failed } = statesOf(source)
  const lives = [
    { progress: [0, 30, 60], end: completed },
    { progress: [0, 1, 99], end: canceled },
    { progress: [10, 10, 20], end: failed },
  ]
  return lives.flatMap(({ progress, end }) => (end === undefined ? [] : [{ progress, end }]))
}

function stagesOf(
  progress: readonly number[],
  end: string,
  source: DataSource,
): readonly Standing[] {
  const { running: words, last = '', completed } = statesOf(source)
  const running = progress.map((value, index) => ({
    status: words[index] ?? last,
    progress: index === 0 ? 0 : value,
  }))
  const reached = end === completed ? 100 : (running.at(-1)?.progress ?? 0)
  return [
    ...running,
    ...Array.from({ length: END_POLLS }, () => ({ status: end, progress: reached })),
  ]
}
