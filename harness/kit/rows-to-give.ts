import type { RowFacts } from '../../contracts/data-source/data-source.ts'
import type { Row } from '../../mock-datasource/index.ts'

const FIRST = Date.UTC(2026, 0, 1)
const A_SECOND = 1_000

/**
 * Rows as a data source has shown them, as it is given them back: their times are RFC 3339 there, also where its answers
 * write them as numbers. Their order stays; such times are a second apart.
 */
export function rowsToGive(rows: readonly Row[], { time }: RowFacts): readonly Row[] {
  if (time === undefined) return rows
  return rows.map((row, index): Row => {
    const isText = typeof row[time] === 'string' && Number.isNaN(Number(row[time]))
    return isText ? row : { ...row, [time]: new Date(FIRST + index * A_SECOND).toISOString() }
  })
}
