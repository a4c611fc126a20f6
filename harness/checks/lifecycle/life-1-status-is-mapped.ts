import fc from 'fast-check'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'
import { type Standing, standingsThere } from '../../kit/lifecycle/standing.ts'
import { perSource } from '../../kit/per-source.ts'
import { mayShow, statusInWords } from '../../kit/progress.ts'
import { CaseDoesNotFit } from '../../kit/violation.ts'

/** LIFE-1. Each status of the data source has its counterpart, and the progress is the data source's. */
export default defineCheck<Standing>({
  clause: 'LIFE-1',
  claim: "`status` maps the data source's status and passes on its progress",
  needs: ['asynchronous', 'a running state'],
  cases: ({ source }) => anyStatus(source),
  always: ({ source }) => tellingStatuses(source),
  tells: ({ status }) => status,
  async run({ connector, dataSource, source }, { status, progress }) {
    const means = source.states.find(({ word }) => word === status)?.means
    if (means === undefined) {
      throw new CaseDoesNotFit(source.title, `it has no status ${JSON.stringify(status)}`)
    }
    const search = await dataSource.searchIn(status, progress)
    const answer = await connector.status(search.id)
    const envelope = succeeds(answer)
    if (envelope['status'] !== means || !mayShow(source, means, envelope['progress'], progress)) {
      violated(statusInWords(source, means, progress), describeAnswer(answer))
    }
  },
})

/** Those of the usual stages first, then any that mean the same as one of these. */
function tellingStatuses(source: DataSource): readonly Standing[] {
  const { first, middle, last } = statesOf(source)
  const stages = [
    ...standingsThere([
      [first, 0],
      [middle, 40],
      [last, 99],
    ]),
    ...terminalStatuses(source),
  ]
  const others = source.states.filter(({ word }) => stages.every(({ status }) => status !== word))
  const progressOf = { RUNNING: 40, COMPLETED: 100, CANCELED: 50, ERROR: 50, TIMEOUT: 50 }
  return [
    ...stages,
    ...others.map(({ word, means }) => ({ status: word, progress: progressOf[means] })),
  ]
}

/** The same objects each time: a case that is always tried is known again among the made ones. */
const terminalStatuses = perSource((source): readonly Standing[] => {
  const { completed, canceled, failed } = statesOf(source)
  return standingsThere([
    [completed, 100],
    [canceled, 50],
    [failed, 50],
  ])
})

/** At its borders, or anywhere between them where a search can stand there. */
function anyStatus(source: DataSource): fc.Arbitrary<Standing> {
  const { running, first = '', canceled, failed } = statesOf(source)
  const between = [...running.slice(1), canceled, failed].filter((word) => word !== undefined)
  return fc.oneof(
    fc.constantFrom(...terminalStatuses(source), { status: first, progress: 0 }),
    fc.record({
      status: fc.constantFrom(...(between.length > 0 ? between : [first])),
      progress: fc.integer({ min: 1, max: 99 }),
    }),
  )
}
