import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../../kit/answer.ts'
import { combinations } from '../../kit/combinations.ts'
import { CORRUPTIONS, type Corruption, corrupt } from '../../kit/corrupt-metadata.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeByKeys, keysOf, violated } from '../../kit/expectations.ts'
import { requireMetadata } from '../../kit/follow-metadata.ts'
import type { Session, TestSearch } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface WrongMetadata {
  readonly wrong: 'of another search' | Corruption
  readonly pageSize: number
}

const ROWS = 12
const LENGTH = 3
/** Where metadata of this search may lead: behind the first call, or behind a later one. */
const CONTINUATIONS = [LENGTH, LENGTH + 2]
const MOST_QUERIES = 20

/**
 * PAGE-7. Metadata that is not this search's is refused. Rows that are right all the same are no harm:
 * then what was spoilt is not what the connector goes by.
 */
export default defineCheck({
  clause: 'PAGE-7',
  aspect: 'wrong metadata',
  claim: "another search's or spoilt metadata fails, and gives no wrong rows",
  needs: ['metadata'],
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
    refusesOrIsRight(answer, search)
  },
})

/** Undefined where both searches' metadata look alike, so that no connector could tell. */
async function foreign(session: Session, search: TestSearch, pageSize: number, own: unknown) {
  const query = await foreignQuery(session, search)
  const other = await session.dataSource.completedSearch({ rows: ROWS, pageSize, query })
  const metadata = requireMetadata(await session.connector.results(other.id, 0, LENGTH))
  return isDeepStrictEqual(metadata, own) ? undefined : metadata
}

/** One whose windows behind the first hold other rows than this search's. */
async function foreignQuery({ dataSource, source }: Session, { keys }: TestSearch) {
  const [first = ''] = keys
  // One row fewer at the start, so that each of its windows is another.
  if (source.query.without !== undefined) return source.query.without(first)
  for (let n = 0; n < MOST_QUERIES; n += 1) {
    const query = source.query.some(n)
    const rows = await dataSource.control.rows(query)
    const others = rows.map((row) => String(row[source.rows.key]))
    if (CONTINUATIONS.every((start) => areOthers(others, keys, start))) return query
  }
  throw new CaseNotApplicable('no two searches of the data source hold other rows')
}

function areOthers(others: readonly string[], keys: readonly string[], start: number): boolean {
  const window = others.slice(start, start + LENGTH)
  return window.length === LENGTH && !isDeepStrictEqual(window, keys.slice(start, start + LENGTH))
}

function refusesOrIsRight(answer: Answer, search: TestSearch): void {
  if (answer.reading.kind === 'failure') return
  const given = keysOf(answer, 'a failure')
  const right = CONTINUATIONS.some((start) =>
    isDeepStrictEqual(given, search.keys.slice(start, start + LENGTH)),
  )
  if (!right)
    violated('a failure', `rows that are none of its continuations: ${describeByKeys(answer)}`)
}
