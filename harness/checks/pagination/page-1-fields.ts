import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import type { Row } from '../../../mock-datasource/index.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { type Envelope, rowsOf, violated } from '../../kit/expectations.ts'
import { MARKED_TEXT, markedSearch } from '../../kit/marked-search.ts'
import { printable } from '../../kit/printable.ts'
import type { Session, TestSearch } from '../../kit/session.ts'
import { FIELD_KINDS, fieldKindsFor, TIMES } from './field-kinds.ts'

type FieldsCase =
  | { readonly rows: number }
  /** One row holds a value of this kind. */
  | { readonly kind: string }
  /** The times of the rows. */
  | { readonly times: readonly string[] }

/** PAGE-1, its SHOULD. Rows may be enriched; what the data source said of them is still there. */
export default defineCheck<FieldsCase>({
  clause: 'PAGE-1',
  aspect: 'fields',
  level: 'SHOULD',
  claim: "the data source's fields are in each row, unaltered",
  cases: () => fc.record({ rows: fc.integer({ min: 1, max: 40 }) }),
  always: ({ source: { rows } }) => [
    ...[{ rows: 1 }, { rows: 40 }],
    ...fieldKindsFor(rows).map((kind) => ({ kind })),
    ...(rows.anything ? [{ times: TIMES }] : []),
  ],
  tells: (example) => ('kind' in example ? example.kind : 'times' in example ? 'times' : 'rows'),
  async run(session, example) {
    if ('kind' in example) return ofAKind(session, example.kind)
    const search = await searchFor(session, example)
    const answer = await session.connector.results(search.id, 0, search.rows.length)
    compareAll(search.rows, rowsOf(answer), answer.rowKey, session.source.rows)
  },
})

async function searchFor(
  { dataSource, source }: Session,
  example: Exclude<FieldsCase, { readonly kind: string }>,
): Promise<TestSearch> {
  if ('rows' in example) return dataSource.completedSearch({ rows: example.rows })
  const { key, time = key } = source.rows
  const { rows } = await dataSource.completedSearch({ rows: example.times.length })
  const data = rows.map((row, n) => ({ ...row, [time]: example.times[n] ?? null }))
  return dataSource.completedSearch({ data })
}

/** In the one row that is marked stands what is of this kind in place of the mark. */
async function ofAKind(session: Session, name: string): Promise<void> {
  const { connector, dataSource, source } = session
  const { json, isText, mayFail, accepts } = FIELD_KINDS[name] ?? { json: '""' }
  const text = isText ? String(JSON.parse(json)) : MARKED_TEXT
  const search = await markedSearch(session, text)
  if (!isText) dataSource.fault({ kind: 'raw-json', text: MARKED_TEXT, by: json })
  const answer = await connector.results(search.id, 0, search.rows.length)
  if (mayFail && answer.reading.kind === 'failure') return
  const rows = isText ? search.rows : search.rows.map((row) => withKind(row, json))
  const fits = accepts && ((given: unknown) => accepts(given, answer))
  compareAll(rows, rowsOf(answer), answer.rowKey, source.rows, fits && { json, fits })
}

/** The row as its answer holds it, with its members in place of the mark. */
function withKind(row: Row, json: string): Envelope {
  const marked = Object.keys(row).find((field) => row[field] === MARKED_TEXT)
  if (marked === undefined) return row
  return { ...row, ...JSON.parse(`{${JSON.stringify(marked)}:${json}}`) }
}

/** A value, as JSON has it, of which more will do than that value itself, or less. */
interface Lenient {
  readonly json: string
  readonly fits: (given: unknown) => boolean
}

function compareAll(
  rows: readonly Envelope[],
  given: readonly Envelope[],
  rowKey: string,
  { key }: RowFacts,
  lenient?: Lenient,
): void {
  const byKey = new Map(rows.map((row) => [String(row[key]), row]))
  // A connector may name the key anew, and then need not give it under the data source's name too.
  const renamed = rowKey === key ? undefined : key
  for (const row of given) compare(byKey.get(String(row[rowKey])), row, renamed, lenient)
}

/** A row that the data source does not have is left to the check of the window. */
function compare(
  row: Envelope | undefined,
  given: Envelope,
  renamed: string | undefined,
  lenient: Lenient | undefined,
): void {
  for (const [field, value] of Object.entries(row ?? {})) {
    const isLenient = lenient !== undefined && isDeepStrictEqual(value, JSON.parse(lenient.json))
    const fits = isLenient ? lenient.fits(given[field]) : isDeepStrictEqual(given[field], value)
    if (field === renamed || fits) continue
    violated(
      `field ${field} to be ${isLenient ? lenient.json : printable(value, 200)}`,
      field in given ? printable(given[field], 200) : 'a row without it',
    )
  }
}
