import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import type { Table } from './query/check-fields.ts'

/** The table of security events, with the fields of made rows. Source: the API's "Table `events`". */
export const EVENTS_TABLE = {
  name: 'events',
  fields: [
    'id',
    'time',
    'ipaddress',
    'url',
    'hostname',
    'username',
    'process',
    'filehash',
    'port',
    'protocol',
    'severity',
    'action',
    'message',
  ],
} as const satisfies Table

/** What tells its rows apart and orders them. */
export const EVENT_ROWS = {
  key: 'id',
  time: 'time',
  fields: EVENTS_TABLE.fields,
  anything: true,
} as const satisfies RowFacts

/** A row of `events` as `madeEvents` makes it. */
export type EventRow = Readonly<{
  id: string
  time: string
  ipaddress: string | null
  url: string | null
  hostname: string | null
  username: string | null
  process: string | null
  filehash: string | null
  port: number | null
  protocol: string | null
  severity: number | null
  action: string | null
  message: string | null
}>
