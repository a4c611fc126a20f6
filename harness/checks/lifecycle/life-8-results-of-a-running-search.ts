import fc from 'fast-check'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'

/** LIFE-8. Rows of a search that still runs are not its result, and none is not its result either. */
export default defineCheck({
  clause: 'LIFE-8',
  claim: '`results` on a search still running fails',
  needs: ['asynchronous', 'a running state'],
  cases: ({ source }) =>
    fc.record({
      status: fc.constantFrom(...statesOf(source).running),
      rows: fc.nat({ max: 10 }),
      offset: fc.nat({ max: 12 }),
      length: fc.integer({ min: 1, max: 12 }),
    }),
  always: ({ source }) =>
    combinations({ status: statesOf(source).running, rows: [3], offset: [0, 3], length: [5] }),
  async run({ connector, dataSource, source }, { status, rows, offset, length }) {
    const progress = status === statesOf(source).first ? 0 : 40
    const search = await dataSource.searchIn(status, progress, { rows })
    fails(await connector.results(search.id, offset, length))
  },
})
