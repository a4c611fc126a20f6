import {
  ABC_BASE_PATH,
  ABC_DEFAULT_MAX_PAGE_SIZE,
  ABC_NAME,
  type AbcOperation,
} from '../../../contracts/abc-security-monitor/api.ts'
import type { DataSource, Operation } from '../../../contracts/data-source/data-source.ts'
import { PAGE_ANOMALIES } from '../../../contracts/data-source/page-anomaly.ts'
import { EVENT_ROWS } from './events-table.ts'

const SEARCHES = `${ABC_BASE_PATH}/searches`
const SEARCH = `${SEARCHES}/{id}`

const OPERATIONS = {
  ping: { method: 'GET', path: `${ABC_BASE_PATH}/ping` },
  create: { method: 'POST', path: SEARCHES },
  status: { method: 'GET', path: SEARCH },
  results: { method: 'GET', path: `${SEARCH}/results` },
  delete: { method: 'DELETE', path: SEARCH },
  query: { method: 'POST', path: `${ABC_BASE_PATH}/events/query` },
} as const satisfies Record<AbcOperation, Operation>

const METHODS = {
  asynchronous: {
    ping: 'ping',
    query: 'create',
    status: 'status',
    results: 'results',
    delete: 'delete',
  },
  synchronous: { ping: 'ping', results: 'query' },
} as const satisfies DataSource['methods']

/** What the API is, as far as it can be told in words and numbers. */
export const ABC_FACTS = {
  name: 'abc-security-monitor',
  title: ABC_NAME,
  modes: ['asynchronous', 'synchronous'],
  given: {
    connection: ['host', 'port', 'scheme', 'selfSignedCert', 'options'],
    configuration: { auth: { username: '{{username}}', password: '{{password}}' } },
  },
  operations: OPERATIONS,
  methods: METHODS,
  states: [
    { word: 'WAIT', means: 'RUNNING' },
    { word: 'EXECUTE', means: 'RUNNING' },
    { word: 'SORTING', means: 'RUNNING' },
    { word: 'COMPLETED', means: 'COMPLETED' },
    { word: 'CANCELED', means: 'CANCELED' },
    { word: 'ERROR', means: 'ERROR' },
  ],
  paging: {
    style: 'token',
    anomalies: PAGE_ANOMALIES,
    words: { place: 'offset', token: 'page_token', limit: 'limit', next: 'next_page_token' },
    next: 'a token',
    exclusive: true,
    mostRowsByDefault: ABC_DEFAULT_MAX_PAGE_SIZE,
  },
  rows: EVENT_ROWS,
  ids: { anyText: true, empty: 'refused' },
  vital: {
    ping: [{ at: 'code', name: 'code', holds: 'code' }],
    query: [{ at: 'query_id', name: 'query_id', holds: 'text' }],
    status: [
      { at: 'status', name: 'status', holds: 'status' },
      { at: 'progress', name: 'progress', holds: 'progress' },
    ],
    results: [{ at: 'data', name: 'data', holds: 'rows' }],
    delete: [{ at: 'code', name: 'code', holds: 'code' }],
  },
} as const satisfies Partial<DataSource>
