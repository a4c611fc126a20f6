import { type PartitionCase, partitionCase, windowsOf } from '../../kit/arbitraries/partition.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { isNoResults, keysOf, sameKeys } from '../../kit/expectations.ts'

const TELLING: readonly PartitionCase[] = [
  { rows: 2, pageSize: 10, lengths: [1] },
  { rows: 10, pageSize: 3, lengths: [4] },
  { rows: 10, pageSize: 10, lengths: [5] },
  { rows: 11, pageSize: 4, lengths: [1, 2, 3] },
]

/** PAGE-2. However a result is cut into consecutive windows, put together they are the result. */
export default defineCheck({
  clause: 'PAGE-2',
  claim: 'consecutive windows, put together, are the full result',
  cases: () => partitionCase,
  always: () => TELLING,
  tells: (example) => JSON.stringify(example),
  async run({ connector, dataSource }, example) {
    const { rows, pageSize } = example
    const search = await dataSource.completedSearch({ rows, pageSize })
    const together: unknown[] = []
    for (const { offset, length } of windowsOf(example)) {
      const answer = await connector.results(search.id, offset, length)
      if (offset >= rows && isNoResults(answer)) continue
      together.push(...keysOf(answer))
    }
    sameKeys(together, search.keys)
  },
})
