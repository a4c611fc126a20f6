import fc from 'fast-check'
import { defineCheck } from '../../kit/define-check.ts'
import { isNoResults, keysOf, rowsAre, violated } from '../../kit/expectations.ts'
import { metadataOf, requireMetadata } from '../../kit/follow-metadata.ts'

/** A chain of calls, each but the first with the metadata of the one before. */
interface Chain {
  readonly rows: number
  readonly pageSize: number
  readonly offset: number
  /** The lengths of the calls; the last is repeated to the end. */
  readonly lengths: readonly number[]
  /** What `offset` says beside the metadata, which goes before it. */
  readonly saidOffset: number
}

const TELLING: readonly Chain[] = [
  { rows: 3, pageSize: 10, offset: 0, lengths: [1], saidOffset: 0 },
  { rows: 10, pageSize: 10, offset: 0, lengths: [5], saidOffset: 5 },
  { rows: 10, pageSize: 3, offset: 0, lengths: [4], saidOffset: 0 },
  { rows: 12, pageSize: 5, offset: 2, lengths: [3, 5], saidOffset: 7 },
  { rows: 12, pageSize: 5, offset: 0, lengths: [5, 1, 6], saidOffset: 5 },
]

/** PAGE-6. Metadata is where the last call stopped, and following it to its end is the whole result. */
export default defineCheck({
  clause: 'PAGE-6',
  claim: '`metadata` passed back continues exactly where that call ended',
  needs: ['metadata'],
  cases: () =>
    fc.record({
      rows: fc.integer({ min: 1, max: 24 }),
      pageSize: fc.integer({ min: 1, max: 10 }),
      offset: fc.nat({ max: 6 }),
      lengths: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 }),
      saidOffset: fc.nat({ max: 30 }),
    }),
  always: () => TELLING,
  async run({ connector, dataSource }, { rows, pageSize, offset, lengths, saidOffset }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const lengthOf = (turn: number) => lengths[Math.min(turn, lengths.length - 1)] ?? 1
    let answer = await connector.results(search.id, offset, lengthOf(0))
    requireMetadata(answer)
    rowsAre(answer, search.keys.slice(offset, offset + lengthOf(0)))
    let reached = offset + lengthOf(0)
    for (let turn = 1; ; turn += 1) {
      const metadata = isNoResults(answer) ? undefined : metadataOf(answer)
      if (metadata === undefined) break
      answer = await connector.results(search.id, saidOffset, lengthOf(turn), metadata)
      rowsAre(answer, search.keys.slice(reached, reached + lengthOf(turn)), 'the next rows')
      // At the end, metadata that gives no rows is as good as none; that once is enough to ask.
      if (isNoResults(answer) || keysOf(answer).length === 0) break
      reached += lengthOf(turn)
    }
    if (reached < rows)
      violated('metadata to go on with', `none, ${rows - reached} rows before the end`)
  },
})
