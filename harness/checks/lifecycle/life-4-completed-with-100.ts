import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'
import { type Standing, standingsThere } from '../../kit/lifecycle/standing.ts'
import { mayShow, tellsProgress } from '../../kit/progress.ts'

interface Border extends Standing {
  readonly rows: number
}

/** LIFE-4. COMPLETED means done: with 100, at the first poll that finds it so, and never before. */
export default defineCheck<Border>({
  clause: 'LIFE-4',
  claim: 'COMPLETED comes with progress 100, as soon as the data source is done and not before',
  needs: ['asynchronous', 'a running state'],
  cases: ({ source }) =>
    // A search that finds nothing is as done as any other.
    statesAround(source).flatMap((state) => [
      { ...state, rows: 3 },
      { ...state, rows: 0 },
    ]),
  async run({ connector, dataSource, source }, { status, progress, rows }) {
    const { completed: done, running } = statesOf(source)
    const search = await dataSource.searchIn(status, progress, { rows })
    const answer = await connector.status(search.id)
    const seen = succeeds(answer)
    const completed = seen['status'] === 'COMPLETED'
    if (status === done) {
      if (!completed || seen['progress'] !== 100) {
        violated('status COMPLETED with progress 100', describeAnswer(answer))
      }
      return
    }
    if (completed) violated(`a search in ${status} not to be COMPLETED`, describeAnswer(answer))
    if (!running.includes(status) && !mayShow(source, 'ERROR', seen['progress'], progress)) {
      violated(`a progress of at most what was reached, ${progress}`, describeAnswer(answer))
    }
  },
})

/** The states around the end, in which a connector that goes by the progress alone is wrong. */
function statesAround(source: DataSource): readonly Standing[] {
  const { completed, middle, last, canceled, failed } = statesOf(source)
  const there = standingsThere([
    [completed, 100],
    [middle, 99],
    [middle, 100],
    [last, 100],
    [canceled, 0],
    [canceled, 100],
    [failed, 0],
    [failed, 100],
  ])
  // Where no progress is told, states that differ in nothing else are one.
  const asTold = ({ status, progress }: Standing) =>
    tellsProgress(source) ? `${status} ${progress}` : status
  return there.filter(
    (state, place) => there.findIndex((each) => asTold(each) === asTold(state)) === place,
  )
}
