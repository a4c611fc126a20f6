import type { DataSet } from '../../engine/data-set.ts'
import { scramble } from '../../engine/scramble.ts'
import * as pools from './event-values.ts'
import { EVENTS_TABLE, type EventRow } from './events-table.ts'
import { isoTimes } from './iso-times.ts'
import { drawn, drawnPort, type MadeField } from './made-field.ts'

/** Beyond 32 bits, indexes and with them ids would repeat. */
const MAX_ROWS = 2 ** 32 - 1
const FIRST_TIME = Date.UTC(2026, 0, 1)
const ROWS_PER_BLOCK = 4
const BLOCK_MILLISECONDS = 4_000
const SEVERITIES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** All fields but `id` and `time`, in the order of the table. */
const DRAWN = {
  ipaddress: drawn('ipaddress', 1, pools.IP_ADDRESSES),
  url: drawn('url', 2, pools.URLS),
  hostname: drawn('hostname', 3, pools.HOSTNAMES),
  username: drawn('username', 4, pools.USERNAMES),
  process: drawn('process', 5, pools.PROCESSES),
  filehash: drawn('filehash', 6, pools.FILE_HASHES),
  port: drawnPort(7, pools.PORTS),
  protocol: drawn('protocol', 8, pools.PROTOCOLS),
  severity: drawn('severity', 9, SEVERITIES),
  action: drawn('action', 10, pools.ACTIONS),
  message: drawn('message', 11, pools.MESSAGES),
}
const DRAWN_IN_ORDER: readonly MadeField[] = Object.values(DRAWN)
const DRAWN_BY_NAME: ReadonlyMap<string, MadeField> = new Map(Object.entries(DRAWN))

/**
 * A data set of made security events: each row is a pure function of the seed and its index, so that no row
 * is kept, and the same on every machine. A larger data set of the same seed starts with the rows of a
 * smaller one. About one row in five has the time of the row before it, and ids ascend among those. They do
 * not otherwise, so that a client that sorts by id is found out. `seed` counts by its low 32 bits. Throws a
 * RangeError where `rows` is not an integer from 0 to 4,294,967,295.
 */
export function madeEvents({ rows, seed }: { rows: number; seed: number }): DataSet {
  if (!Number.isInteger(rows) || rows < 0 || rows > MAX_ROWS) {
    throw new RangeError(`rows must be an integer from 0 to ${MAX_ROWS}, not ${rows}`)
  }
  const key = scramble(seed ^ 0x5eed)
  const iso = isoTimes()
  const drawOf = (index: number) => scramble(key ^ scramble(index))
  const time = (index: number) => iso(timeOf(key, index))
  return {
    size: rows,
    fields: EVENTS_TABLE.fields,
    row(index) {
      if (!(index >= 0 && index < rows && Number.isInteger(index))) {
        throw new RangeError(`there is no row ${index} among ${rows}`)
      }
      return rowOf(idOf(key, index), time(index), drawOf(index))
    },
    value(index, field) {
      if (field === 'id') return idOf(key, index)
      if (field === 'time') return time(index)
      return DRAWN_BY_NAME.get(field)?.value(drawOf(index)) ?? null
    },
    json(index) {
      const draw = drawOf(index)
      let json = `{"id":"${idOf(key, index)}","time":"${time(index)}"`
      for (const field of DRAWN_IN_ORDER) json += field.json(draw)
      return `${json}}`
    },
  }
}

function rowOf(id: string, time: string, draw: number): EventRow {
  return {
    id,
    time,
    ipaddress: DRAWN.ipaddress.value(draw),
    url: DRAWN.url.value(draw),
    hostname: DRAWN.hostname.value(draw),
    username: DRAWN.username.value(draw),
    process: DRAWN.process.value(draw),
    filehash: DRAWN.filehash.value(draw),
    port: DRAWN.port.value(draw),
    protocol: DRAWN.protocol.value(draw),
    severity: DRAWN.severity.value(draw),
    action: DRAWN.action.value(draw),
    message: DRAWN.message.value(draw),
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Unique, since `scramble` gives no two blocks the same bits. */
function idOf(key: number, index: number): string {
  const block = scramble(key ^ Math.floor(index / ROWS_PER_BLOCK))
  const high = `${HEX[block >>> 24]}${HEX[(block >>> 16) & 0xff]}`
  const low = `${HEX[(block >>> 8) & 0xff]}${HEX[block & 0xff]}`
  return `evt-${high}${low}-${index % ROWS_PER_BLOCK}`
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
