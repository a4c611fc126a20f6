import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../../kit/answer.ts'
import { combinations } from '../../kit/combinations.ts'
import { CORRUPTIONS, type Corruption, corrupt } from '../../kit/corrupt-metadata.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, keysOf, violated } from '../../kit/expectations.ts'
import { requireMetadata } from '../../kit/follow-metadata.ts'
import type { Session, TestSearch } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface WrongMetadata {
  readonly wrong: 'of another search' | Corruption
  readonly pageSize: number
}

const ROWS = 12
const LENGTH = 3

/**
 * PAGE-7. Metadata that is not this search's is refused. Rows that are right all the same are no harm:
 * then what was spoilt is not what the connector goes by.
 */
export default defineCheck({
  clause: 'PAGE-7',
  aspect: 'wrong metadata',
  claim: "another search's or spoilt metadata fails, and gives no wrong rows",
  notFor: ({ withoutMetadata }) => withoutMetadata,
  cases: () =>
    combinations<WrongMetadata>({
      wrong: ['of another search', ...CORRUPTIONS],
      pageSize: [10, 2],
    }),
  async run(session, { wrong, pageSize }) {
    const { connector, dataSource } = session
    const search = await dataSource.completedSearch({ rows: ROWS, pageSize })
    const own = requireMetadata(await connector.results(search.id, 0, LENGTH))
    const later = requireMetadata(await connector.results(search.id, 0, LENGTH + 2))
    const metadata =
      wrong === 'of another search'
        ? await foreign(session, search, pageSize, own)
        : corrupt(own, wrong, later)
    if (metadata === undefined) {
      throw new CaseNotApplicable('nothing in the metadata can be told from its like')
    }
    const answer = await connector.results(search.id, 0, LENGTH, metadata)
    refusesOrIsRight(answer, search, [LENGTH, LENGTH + 2])
  },
})

/** Undefined where both searches' metadata look alike, so that no connector could tell. */
async function foreign(
  { connector, dataSource }: Session,
  { keys }: TestSearch,
  pageSize: number,
  own: unknown,
) {
  // One row fewer at the start, so that each of its windows is another.
  const query = `SELECT * FROM events WHERE id != '${keys[0]}'`
  const other = await dataSource.completedSearch({ rows: ROWS, pageSize, query })
  const metadata = requireMetadata(await connector.results(other.id, 0, LENGTH))
  return isDeepStrictEqual(metadata, own) ? undefined : metadata
}

function refusesOrIsRight(answer: Answer, search: TestSearch, starts: readonly number[]): void {
  if (answer.reading.kind === 'failure') return
  const given = keysOf(answer, 'a failure')
  const right = starts.some((start) =>
    isDeepStrictEqual(given, search.keys.slice(start, start + LENGTH)),
  )
  if (!right)
    violated('a failure', `rows that are none of its continuations: ${describeAnswer(answer)}`)
}
