import type { RowFacts } from '../../contracts/data-source/data-source.ts'
import type { Description } from '../../contracts/data-source/description.ts'
import type { DataModel } from '../engine/data-model.ts'
import type { DataSet } from '../engine/data-set.ts'
import { madeRows } from '../engine/made-rows.ts'
import type { Row, Value } from '../engine/row.ts'
import type { Parts } from './parts.ts'

type Described = Description['row']

/** What a second, or a millisecond, of a time is divided by. */
const MILLISECONDS_OF = { milliseconds: 1, seconds: 1_000 } as const

/** Whether rows hold nothing but texts: by the description's own word, or since nothing else can be written on a page. */
export function rowsAreTexts({ description, paged, answers }: Parts): boolean {
  if (description.row.texts) return true
  return paged.some((operation) => answers[operation]?.format.written === 'texts')
}

/** @param areTexts whether its pages hold nothing but texts: then no row holds an object. */
export function rowFactsOf({ key, time, fields }: Described, areTexts: boolean): RowFacts {
  return {
    key,
    ...(time !== undefined && { time }),
    fields,
    ...(areTexts ? {} : { nested: true }),
  }
}

/**
 * The rows of a description, with times as its data source writes them.
 *
 * @param areTexts whether its pages hold nothing but texts: then so do its rows.
 */
export function rowsOf(described: Described, areTexts: boolean): DataModel['open'] {
  const open = madeRows(rowFactsOf(described, areTexts))
  const { time, time_as: form } = described
  if (time === undefined || form === 'rfc3339') {
    return areTexts ? (spec) => withTexts(open(spec)) : open
  }
  const timed: DataModel['open'] = (spec) => withNumbers(open(spec), time, MILLISECONDS_OF[form])
  return areTexts ? (spec) => withTexts(timed(spec)) : timed
}

function withTexts(rows: DataSet): DataSet {
  const { size, fields } = rows
  const textOf = (value: Value | undefined) => String(value ?? '')
  return {
    size,
    fields,
    row: (index) => {
      const members = Object.entries(rows.row(index))
      return Object.fromEntries(members.map(([field, value]) => [field, textOf(value)]))
    },
    value: (index, field) => textOf(rows.value(index, field)),
  }
}

function withNumbers(rows: DataSet, time: string, by: number): DataSet {
  const numberOf = (value: Value | undefined) =>
    typeof value === 'string' ? Math.floor(Date.parse(value) / by) : (value ?? null)
  const { size, fields } = rows
  return {
    size,
    fields,
    row(index): Row {
      const row = rows.row(index)
      return { ...row, [time]: numberOf(row[time]) }
    },
    value: (index, field) =>
      field === time ? numberOf(rows.value(index, field)) : rows.value(index, field),
  }
}
