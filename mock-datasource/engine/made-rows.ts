import type { RowFacts } from '../../contracts/data-source/data-source.ts'
import type { DataModel } from './data-model.ts'
import type { DataSet } from './data-set.ts'
import type { Row, Value } from './row.ts'
import { dataSetOf } from './rows-in-memory.ts'
import { hashOf, scramble } from './scramble.ts'

const FIRST_TIME = Date.UTC(2026, 0, 1)
const ROWS_PER_BLOCK = 4
const BLOCK_MILLISECONDS = 4_000
/** Of so many values, one is null. */
const NULLS = 12

/** Texts that a client is likely to get wrong. */
const TEXTS = [
  'plain',
  '',
  ' spaces ',
  "it's",
  'say "no"',
  'two\nlines',
  'C:\\new\\table',
  'Größe',
  '搜索 🔍',
  '<b>&amp;</b>',
  '007',
  'null',
  '%2F+&=',
] as const
const INTEGERS = [0, 1, -1, 443, 65_535, 2 ** 31, Number.MAX_SAFE_INTEGER] as const

/**
 * The rows of a data source that has no likeness of its own for them: the user's where they are given, else rows
 * with these fields, each a pure function of the seed and its index. Keys are unique. Where rows have a time it
 * ascends, and two in four rows share theirs with the row before; keys then ascend among those alone, so that a
 * client that sorts by key is found out. Any other field holds texts or integers, and null now and then.
 */
export function madeRows(facts: RowFacts): DataModel['open'] {
  return (spec) => ('data' in spec ? dataSetOf(spec.data, facts) : made(facts, spec))
}

function made(facts: RowFacts, { rows, seed }: { rows: number; seed: number }): DataSet {
  const { key, time } = facts
  const fields = [...new Set([key, ...(time === undefined ? [] : [time]), ...facts.fields])]
  const start = scramble(seed ^ 0x5eed)
  const keyOf =
    time === undefined ? (index: number) => numberedKey(key, index) : scatteredKey(start)
  const drawn = new Map(fields.map((field) => [field, drawnField(field)]))
  const value = (index: number, field: string): Value => {
    if (field === key) return keyOf(index)
    if (field === time) return timeOf(index)
    return drawn.get(field)?.(scramble(start ^ scramble(index))) ?? null
  }
  return {
    size: rows,
    fields,
    row(index): Row {
      if (!(index >= 0 && index < rows && Number.isInteger(index))) {
        throw new RangeError(`there is no row ${index} among ${rows}`)
      }
      return Object.fromEntries(fields.map((field) => [field, value(index, field)]))
    },
    value,
  }
}

/** Rows without a time are ordered by key, which therefore ascends. */
function numberedKey(key: string, index: number): string {
  return `${key}-${String(index).padStart(7, '0')}`
}

/** Unique, since `scramble` gives no two blocks the same bits. */
function scatteredKey(start: number): (index: number) => string {
  return (index) => {
    const block = scramble(start ^ Math.floor(index / ROWS_PER_BLOCK))
    return `${block.toString(16).padStart(8, '0')}-${index % ROWS_PER_BLOCK}`
  }
}

function timeOf(index: number): string {
  const block = Math.floor(index / ROWS_PER_BLOCK)
  // The second row of a block has the time of the first, and the fourth that of the third.
  const half = Math.floor((index % ROWS_PER_BLOCK) / 2)
  return new Date(FIRST_TIME + (block + half / 2) * BLOCK_MILLISECONDS).toISOString()
}

/** What a field holds: texts or integers, as its name has it. `draw` stands for the row. */
function drawnField(name: string): (draw: number) => Value {
  const own = hashOf(name)
  const pool: readonly Value[] = own % 3 === 0 ? INTEGERS : TEXTS
  return (draw) => {
    const bits = scramble(draw ^ own)
    if (bits % NULLS === 0) return null
    const drawn = pool[(bits >>> 8) % pool.length] as Value
    // Numbers of their own keep most rows from being alike.
    return (bits & 0x80) === 0 ? drawn : varied(drawn, bits >>> 8)
  }
}

function varied(value: Value, by: number): Value {
  return typeof value === 'string' ? `${value} ${by % 1_000}` : by % 100_000
}
