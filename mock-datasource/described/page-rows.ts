import type { Description } from '../../contracts/data-source/description.ts'
import type { Row } from '../engine/row.ts'
import { sortValue } from './ordered-rows.ts'
import type { Parts } from './parts.ts'
import { filledValue } from './template.ts'

/** What was made of pages that are kept, by the fields that their rows tell. */
const made = new WeakMap<Buffer, Map<string, Buffer>>()

/**
 * The rows of a page as the description has them.
 *
 * @param json the rows themselves.
 * @param sort the fields by whose values they are ordered, where a request says so.
 */
export function pageRows(
  { description: { row } }: Parts,
  json: Buffer,
  sort: readonly string[] | undefined,
): Buffer {
  if (row.as === undefined) return json
  const known = made.get(json) ?? new Map<string, Buffer>()
  made.set(json, known)
  const key = JSON.stringify(sort ?? null)
  const before = known.get(key)
  if (before) return before
  const rows = JSON.parse(json.toString()) as readonly Row[]
  const page = Buffer.from(JSON.stringify(rows.map((each) => around(each, row, sort))))
  known.set(key, page)
  return page
}

function around(
  own: Row,
  { as, ...row }: Description['row'],
  sort: readonly string[] | undefined,
): unknown {
  const values = {
    row: own,
    key: own[row.key],
    sort: sort?.map((field) => sortValue(row, field, own[field])),
  }
  const told = filledValue(as, values)
  if (sort !== undefined || typeof as !== 'object' || as === null) return told
  // Rows in no order tell none.
  const members = Object.entries(told as object).filter(
    ([name]) => (as as Readonly<Record<string, unknown>>)[name] !== '{{sort}}',
  )
  return Object.fromEntries(members)
}
