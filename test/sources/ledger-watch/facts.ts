import type {
  DataSource,
  DataSourceDefinition,
  ErrorRole,
  Mode,
} from '../../../mock-datasource/data-source.ts'
import { membersOf } from './members-of.ts'

export const ROWS = { key: 'ref', fields: ['ref', 'at', 'who', 'what', 'amount', 'note'] } as const

export const QUERIES = {
  all: 'everything',
  refused: '???',
  examples: ['everything', 'note is "one or two"'],
  with: (text: string) => `note is ${JSON.stringify(text)}`,
  some: (n: number) => `page ${n + 1} of the ledger`,
} as const

const ERRORS: DataSource['errors'] = {
  table: {
    NO_SUCH_JOB: { http: 404, message: 'No such job', means: ['no_results'] },
    JOB_WORKING: { http: 409, message: 'The job is at work' },
    BAD_FIELD: { http: 400, message: 'A field is wrong', means: ['invalid_parameter'] },
    BAD_ASK: { http: 422, message: 'That cannot be asked', means: ['invalid_query'] },
    WHO_ARE_YOU: { http: 401, message: 'Who are you?', means: ['authentication_fail'] },
    NOT_YOURS: {
      http: 403,
      message: 'Not yours to see',
      means: ['forbidden', 'authentication_fail'],
    },
    SLOW_DOWN: {
      http: 429,
      message: 'Slow down',
      means: ['too_many_requests', 'service_unavailable'],
    },
    CLOSED: { http: 503, message: 'Closed for the night', means: ['service_unavailable'] },
    OOPS: { http: 500, message: 'Oops', means: ['unknown'] },
    NO_SUCH_CALL: { http: 404, message: 'No such call' },
  },
  ofAnyCode: ['JOB_WORKING', 'NO_SUCH_CALL'],
  roles: {
    unauthenticated: 'WHO_ARE_YOU',
    forbidden: 'NOT_YOURS',
    too_many: 'SLOW_DOWN',
    no_such_search: 'NO_SUCH_JOB',
    running: 'JOB_WORKING',
    bad_parameter: 'BAD_FIELD',
    bad_query: 'BAD_ASK',
    unavailable: 'CLOSED',
    general: 'OOPS',
    no_such_resource: 'NO_SUCH_CALL',
  } satisfies Record<ErrorRole, string>,
  usual: [
    ...['NO_SUCH_JOB', 'JOB_WORKING', 'BAD_FIELD', 'BAD_ASK', 'WHO_ARE_YOU', 'NOT_YOURS'],
    ...['SLOW_DOWN', 'CLOSED', 'OOPS', 'NO_SUCH_CALL', 'MOON_PHASE'],
  ],
  unlisted: { usual: 'MOON_PHASE', telling: ['NO_SUCH_JOBS', 'CLOSE', 'oops'], http: 500 },
  codes: 'texts',
}

const post = (call: string) => ({ method: 'POST', path: `/rpc/${call}` })
const OF_ALL = {
  open: { ...post('session.open'), role: 'log-in' },
  health: post('health'),
} as const

/** What each variant asks, and what its connectors' methods ask for. */
const OF_MODE = {
  asynchronous: {
    operations: {
      start: post('jobs.start'),
      look: post('jobs.look'),
      page: post('jobs.page'),
      drop: post('jobs.drop'),
    },
    methods: { ping: 'health', query: 'start', status: 'look', results: 'page', delete: 'drop' },
    states: [
      { word: 'queued', means: 'RUNNING' },
      { word: 'working', means: 'RUNNING' },
      { word: 'finished', means: 'COMPLETED' },
      { word: 'dropped', means: 'CANCELED' },
      { word: 'broken', means: 'ERROR' },
    ],
  },
  synchronous: {
    operations: { find: post('entries.find') },
    methods: { ping: 'health', results: 'find' },
    states: [],
  },
} as const satisfies Record<Mode, unknown>

/** Everything that it says of itself, in one of its variants. */
export function factsOf(mode: Mode) {
  const { operations, methods, states } = OF_MODE[mode]
  return {
    modes: [mode],
    given: {
      connection: ['host', 'port', 'scheme', 'selfSignedCert', 'options'],
      configuration: { login: { client: '{{client}}', secret: '{{secret}}' } },
    },
    credentials: {
      members: {
        client: { kind: 'name', usual: 'ledger_reader' },
        secret: { kind: 'password', usual: 'lw-secret-' },
      },
      headers: { authorization: { name: 'bearer', encoding: 'plain' } },
      presented({ authorization = '' }) {
        const value = /^Bearer (.+)$/.exec(authorization)?.[1]
        return value === undefined ? [] : [{ name: 'bearer', value }]
      },
    },
    operations: { ...OF_ALL, ...operations },
    methods: { [mode]: methods },
    states,
    errors: ERRORS,
    query: QUERIES,
    paging: {
      style: 'page-number',
      anomalies: ['repeated-page', 'empty-page', 'wrong-total'],
      words: { place: 'page', limit: 'per_page' },
      next: 'a further page',
      mostRowsByDefault: 1_000,
    },
    rows: ROWS,
    ids: { anyText: true, empty: 'refused' },
    vital: {
      ping: [{ at: 'ok', name: 'ok', holds: 'code' }],
      query: [{ at: 'job', name: 'job', holds: 'text' }],
      status: [
        { at: 'phase', name: 'phase', holds: 'status' },
        { at: 'done', name: 'done', holds: 'progress' },
      ],
      results: [{ at: 'entries', name: 'entries', holds: 'rows' }],
      delete: [{ at: 'ok', name: 'ok', holds: 'code' }],
    },
    broken: {
      'cut off': { status: 200, body: '{"ok":true,"en' },
      'no code': { status: 200, body: '{"text":"it works"}' },
      'an error without a code': { status: 500, body: '{"ok":false,"text":"oh"}' },
    },
    odd: [
      { status: 200, body: '' },
      { status: 200, body: 'null' },
      { status: 200, body: '[]' },
      { status: 200, body: '{"ok":"yes"}' },
      { status: 404, body: '{"ok":false,"fault":null}' },
      { status: 500, body: '<html><body>Internal Server Error</body></html>' },
      { status: 502, body: '' },
    ],
    reads: READS,
    writes: {
      progress: 'fraction',
      status: ({ word, progress }) => ({
        status: 200,
        body: JSON.stringify({ ok: true, phase: word, done: progress / 100 }),
        headers: { 'content-type': 'application/json' },
      }),
    },
  } satisfies Partial<DataSourceDefinition>
}

/** Its errors begin so; to parse each answer whole would cost more than is gained. */
const FAULT = /^\{"ok":false,"fault":\{"name":"((?:[^"\\]|\\.)*)"/

const READS: DataSource['reads'] = {
  errorCode: ({ body }) => FAULT.exec(body)?.[1],
  error({ body }) {
    const { name, text } = membersOf(membersOf(body)['fault'])
    return typeof name === 'string' ? { code: name, message: text } : undefined
  },
  status({ body }) {
    const { phase, done } = membersOf(body)
    if (typeof phase !== 'string') return undefined
    return { word: phase, progress: typeof done === 'number' ? done * 100 : done }
  },
  page({ operation, request, response }) {
    if (operation !== 'page' && operation !== 'find') return undefined
    const { page, per_page } = membersOf(request.body)
    const answer = membersOf(response?.body)
    const size = Number(answer['per_page'] ?? per_page)
    const { entries, pages } = answer
    return {
      place: (Number(page) - 1) * size,
      limit: Number(per_page),
      ...(Array.isArray(entries) && { rows: entries.length }),
      ...(typeof pages === 'number' && { next: Number(page) < pages ? String(page) : null }),
    }
  },
  query({ body }) {
    const { ask } = membersOf(body)
    return typeof ask === 'string' ? ask : undefined
  },
}
