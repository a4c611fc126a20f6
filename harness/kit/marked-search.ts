import type { Row } from '../../mock-datasource/index.ts'
import { rowsToGive } from './rows-to-give.ts'
import type { Session, TestSearch } from './session.ts'
import { CaseNotApplicable } from './violation.ts'

/** A text that no row has by itself. */
export const MARKED_TEXT = 'marked-by-the-check'

/** A completed search of a few rows, of which the first has `MARKED_TEXT`, or another text, in one of its fields. */
export async function markedSearch(session: Session, text = MARKED_TEXT): Promise<TestSearch> {
  const { dataSource, source } = session
  const { rows } = await dataSource.completedSearch()
  const { key, time } = source.rows
  const isFree = ([field, value]: [string, unknown]) =>
    field !== key && field !== time && typeof value === 'string'
  const field = Object.entries(rows[0] ?? {}).find(isFree)?.[0]
  if (field === undefined) throw new CaseNotApplicable(`rows of ${source.title} hold no text`)
  const marked = rows.map((row, index): Row => (index === 0 ? { ...row, [field]: text } : row))
  return dataSource.completedSearch({ data: rowsToGive(marked, source.rows) })
}
