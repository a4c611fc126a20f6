import { setImmediate } from 'node:timers/promises'
import type { DataSet } from '../../../engine/data-set.ts'
import { parseRfc3339 } from '../../../engine/rfc3339.ts'
import type { Row } from '../../../engine/row.ts'
import type { Selection, Selector } from '../../../engine/selector.ts'
import { EVENT_ROWS } from '../events-table.ts'
import { joinedEqualities } from './joined-equalities.ts'
import { predicateOf } from './predicate.ts'
import type { Condition, Query } from './query.ts'

/** How many conditions are evaluated before others get their turn: some milliseconds' worth. */
const CONDITIONS_PER_SLICE = 5_000
/** Characters of a pattern that cost about what another condition does. */
const CHARACTERS_OF_A_CONDITION = 10
/** For this many hits there is room from the start: those of the usual result. */
const ROOM_AT_FIRST = 1_000

/** What a query selects; its table and fields are taken as checked. */
export function selectorOf(query: Query): Selector {
  // A query has room to name a field twenty thousand times, and every row would be asked for each.
  const fields = query.fields === '*' ? query.fields : [...new Set(query.fields)]
  return {
    select: (dataSet) => select(dataSet, query),
    project: (row) => project(row, fields),
    whole: fields === '*',
  }
}

/**
 * Without WHERE this takes next to no time and memory, whatever the size of the data set. With WHERE the rows
 * are read in slices, between which the event loop goes on, and each row found takes 4 bytes. A STOP before its
 * START selects nothing.
 */
function select(dataSet: DataSet, query: Query): Selection | Promise<Selection> {
  const first = query.start === undefined ? 0 : firstIndexAt(dataSet, query.start)
  const end = query.stop === undefined ? dataSet.size : firstIndexAt(dataSet, query.stop)
  const limit = query.limit ?? Number.POSITIVE_INFINITY
  if (query.where !== undefined) return scan(dataSet, query.where, { first, end, limit })
  const total = Math.min(Math.max(end - first, 0), limit)
  return { total, indexAt: (position) => first + position, bytes: 0 }
}

/** The row as a query gives it: all of it, or the fields named, in the query's order. */
function project(row: Row, fields: Query['fields']): Row {
  if (fields === '*') return row
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
}

/** The index of the first row at or after an instant, in milliseconds; `size` where there is none. */
function firstIndexAt(dataSet: DataSet, instant: number): number {
  let [low, high] = [0, dataSet.size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const time = parseRfc3339(String(dataSet.value(middle, EVENT_ROWS.time)))
    if (time !== undefined && time < instant) low = middle + 1
    else high = middle
  }
  return low
}

async function scan(
  dataSet: DataSet,
  asked: Condition,
  { first, end, limit }: { first: number; end: number; limit: number },
): Promise<Selection> {
  const where = joinedEqualities(asked)
  const holds = predicateOf(where)
  const rowsPerSlice = Math.ceil(CONDITIONS_PER_SLICE / sizeOf(where))
  let hits = new Uint32Array(Math.min(limit, Math.max(end - first, 0), ROOM_AT_FIRST))
  let found = 0
  let index = first
  const read = (field: string) => dataSet.value(index, field)
  for (; index < end && found < limit; index += 1) {
    if (index > first && (index - first) % rowsPerSlice === 0) await setImmediate()
    if (!holds(read)) continue
    if (found === hits.length) hits = enlarged(hits)
    hits[found] = index
    found += 1
  }
  const kept = found === hits.length ? hits : hits.slice(0, found)
  return {
    total: kept.length,
    indexAt: (position) => kept[position] as number,
    bytes: kept.byteLength,
  }
}

function enlarged(hits: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(hits.length * 2)
  larger.set(hits)
  return larger
}

/** How many comparisons a condition makes at most; one with a long pattern counts as several. */
function sizeOf(condition: Condition): number {
  if (condition.kind === 'not') return sizeOf(condition.condition)
  if (condition.kind === 'like') return 1 + condition.pattern.length / CHARACTERS_OF_A_CONDITION
  if (condition.kind !== 'and' && condition.kind !== 'or') return 1
  return condition.conditions.reduce((sum, part) => sum + sizeOf(part), 0)
}
