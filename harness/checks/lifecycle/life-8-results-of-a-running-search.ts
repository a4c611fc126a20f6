import fc from 'fast-check'
import { combinations } from '../../kit/combinations.ts'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'

const STATUSES = ['WAIT', 'EXECUTE', 'SORTING'] as const

/** LIFE-8. Rows of a search that still runs are not its result, and none is not its result either. */
export default defineCheck({
  clause: 'LIFE-8',
  claim: '`results` on a search still running fails',
  notFor: asynchronousOnly,
  cases: () =>
    fc.record({
      status: fc.constantFrom(...STATUSES),
      rows: fc.nat({ max: 10 }),
      offset: fc.nat({ max: 12 }),
      length: fc.integer({ min: 1, max: 12 }),
    }),
  always: () => combinations({ status: STATUSES, rows: [3], offset: [0, 3], length: [5] }),
  async run({ connector, dataSource }, { status, rows, offset, length }) {
    const progress = status === 'WAIT' ? 0 : 40
    const search = await dataSource.searchIn(status, progress, { rows })
    fails(await connector.results(search.id, offset, length))
  },
})
