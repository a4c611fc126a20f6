import type { DataSet } from '../engine/data-set.ts'
import * as pools from './event-values.ts'
import { EVENTS_TABLE, type EventRow } from './events-table.ts'
import { scramble } from './hash.ts'

/** Beyond 32 bits, indexes and with them ids would repeat. */
const MAX_ROWS = 2 ** 32 - 1
const FIRST_TIME = Date.UTC(2026, 0, 1)
const ROWS_PER_BLOCK = 4
const BLOCK_MILLISECONDS = 4_000
/** Of 256 values, so many are null. */
const NULLS = 20
const SEVERITIES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/**
 * A data set of made security events: each row is a pure function of the seed and its index, so that no row
 * is kept, and the same on every machine. A larger data set of the same seed starts with the rows of a
 * smaller one. About one row in five has the time of the row before it, and ids ascend among those. They do
 * not otherwise, so that a client that sorts by id is found out. `seed` counts by its low 32 bits. Throws a RangeError where `rows` is not an integer from 0 to 4,294,967,295.
 */
export function madeEvents({ rows, seed }: { rows: number; seed: number }): DataSet {
  if (!Number.isInteger(rows) || rows < 0 || rows > MAX_ROWS) {
    throw new RangeError(`rows must be an integer from 0 to ${MAX_ROWS}, not ${rows}`)
  }
  const key = scramble(seed ^ 0x5eed)
  return {
    size: rows,
    fields: EVENTS_TABLE.fields,
    timeField: 'time',
    row(index) {
      if (index >= 0 && index < rows && Number.isInteger(index)) return madeEvent(key, index)
      throw new RangeError(`there is no row ${index} among ${rows}`)
    },
  }
}

function madeEvent(key: number, index: number): EventRow {
  const draw = scramble(key ^ scramble(index))
  return {
    id: idOf(key, index),
    time: new Date(timeOf(key, index)).toISOString(),
    ipaddress: oneOf(pools.IP_ADDRESSES, draw, 1),
    url: oneOf(pools.URLS, draw, 2),
    hostname: oneOf(pools.HOSTNAMES, draw, 3),
    username: oneOf(pools.USERNAMES, draw, 4),
    process: oneOf(pools.PROCESSES, draw, 5),
    filehash: oneOf(pools.FILE_HASHES, draw, 6),
    port: portOf(draw),
    protocol: oneOf(pools.PROTOCOLS, draw, 8),
    severity: oneOf(SEVERITIES, draw, 9),
    action: oneOf(pools.ACTIONS, draw, 10),
    message: oneOf(pools.MESSAGES, draw, 11),
  }
}

/** 32 bits of its own for each field of a row. */
function bitsFor(draw: number, field: number): number {
  return scramble(draw ^ Math.imul(field, 0x9e3779b9))
}

function oneOf<T>(pool: readonly T[], draw: number, field: number): T | null {
  const bits = bitsFor(draw, field)
  return (bits & 0xff) < NULLS ? null : (pool[(bits >>> 8) % pool.length] as T)
}

/** A well-known port mostly, and any other now and then. */
function portOf(draw: number): number | null {
  const bits = bitsFor(draw, 7)
  return bits >>> 30 === 0 ? (bits >>> 8) & 0xffff : oneOf(pools.PORTS, draw, 7)
}

/** Unique, since `scramble` gives no two blocks the same bits. */
function idOf(key: number, index: number): string {
  const block = scramble(key ^ Math.floor(index / ROWS_PER_BLOCK))
  return `evt-${block.toString(16).padStart(8, '0')}-${index % ROWS_PER_BLOCK}`
}

/**
 * Rows come in blocks of equal length, so that a time never depends on the rows far before it. Within a
 * block each row follows the one before at the same millisecond or up to a second later.
 */
function timeOf(key: number, index: number): number {
  const block = Math.floor(index / ROWS_PER_BLOCK)
  let time = FIRST_TIME + block * BLOCK_MILLISECONDS
  for (let position = 0; position <= index % ROWS_PER_BLOCK; position += 1) {
    const bits = scramble(key ^ scramble(~(block * ROWS_PER_BLOCK + position)))
    if ((bits & 3) !== 0) time += (bits >>> 2) % (BLOCK_MILLISECONDS / ROWS_PER_BLOCK)
  }
  return time
}
