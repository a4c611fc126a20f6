import {
  type ApiRequest,
  answerOrRefuse,
  defineDataSource,
  type Endpoint,
  jsonReply,
  madeRows,
  opaqueQueries,
  type Reads,
  Refusal,
  type RowFacts,
  type Store,
} from '../../../mock-datasource/data-source.ts'

const ROWS: RowFacts = { key: 'ref', fields: ['ref', 'text', 'size'] }

/** The members of a text that is a JSON object; none where it is anything else. */
function membersOf(text = ''): Record<string, unknown> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

const health: Endpoint = {
  operation: 'health',
  readsBody: false,
  answer: () => jsonReply(200, { up: true }),
}

const find: Endpoint = {
  operation: 'find',
  readsBody: true,
  async answer(request, store) {
    const { query, skip = 0, take = 100 } = membersOf(request.body.toString())
    if (typeof query !== 'string' || query === '') throw new Refusal('BAD_FIELD')
    const { selector } = store.compile(query, store.source)
    if (!selector) throw new Refusal('BROKEN')
    const window = { offset: whole(skip), limit: Math.min(whole(take), store.settings.maxPageSize) }
    const page = await store.pages.read(store.source, query, selector, window)
    const tail = Buffer.from(`,"total":${page.total}}`)
    const headers = { 'content-type': 'application/json' }
    // The rows are JSON already, and are sent as they are.
    return { status: 200, headers, body: [Buffer.from('{"rows":'), page.json, tail] }
  },
}

function whole(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new Refusal('BAD_FIELD')
}

function admit({ headers }: ApiRequest, { settings }: Store): void {
  const key = headers['x-key']
  if (!settings.accounts.some(({ credentials }) => credentials['key'] === key)) {
    throw new Refusal('NO_KEY')
  }
}

const reads: Reads = {
  errorCode({ body }) {
    const { error } = membersOf(body)
    return typeof error === 'string' ? error : undefined
  },
  error({ body }) {
    const { error, text } = membersOf(body)
    return typeof error === 'string' ? { code: error, message: text } : undefined
  },
  page({ operation, request, response }) {
    if (operation !== 'find') return undefined
    const { skip, take } = membersOf(request.body)
    const { rows } = membersOf(response?.body)
    return {
      place: Number(skip ?? 0),
      ...(take !== undefined && { limit: Number(take) }),
      ...(Array.isArray(rows) && { rows: rows.length }),
    }
  },
  query({ body }) {
    const { query } = membersOf(body)
    return typeof query === 'string' ? query : undefined
  },
}

const ERRORS = {
  NO_KEY: { http: 401, message: 'No such key', means: ['authentication_fail'] },
  BAD_FIELD: { http: 400, message: 'A field is wrong', means: ['invalid_parameter'] },
  BAD_QUERY: { http: 422, message: 'Cannot read that', means: ['invalid_query'] },
  BROKEN: { http: 500, message: 'Something broke', means: ['unknown'] },
  NOT_HERE: { http: 404, message: 'There is nothing here' },
} as const

const smallLog = defineDataSource({
  name: 'small-log',
  title: 'Small Log',
  modes: ['synchronous'],
  given: {
    connection: ['host', 'port', 'scheme', 'selfSignedCert', 'options'],
    configuration: { key: '{{key}}' },
  },
  credentials: {
    members: { key: { kind: 'token', usual: 'small-log-' } },
    headers: { 'x-key': { name: 'key', encoding: 'plain' } },
    presented: ({ 'x-key': key }) => (key ? [{ name: 'key', value: key }] : []),
  },
  operations: {
    health: { method: 'GET', path: '/health' },
    find: { method: 'POST', path: '/find' },
  },
  methods: { synchronous: { ping: 'health', results: 'find' } },
  states: [],
  errors: {
    table: ERRORS,
    ofAnyCode: ['NOT_HERE'],
    roles: {
      unauthenticated: 'NO_KEY',
      bad_parameter: 'BAD_FIELD',
      bad_query: 'BAD_QUERY',
      general: 'BROKEN',
      no_such_resource: 'NOT_HERE',
    },
    usual: ['NO_KEY', 'BAD_FIELD', 'BROKEN', 'MOON'],
    unlisted: { usual: 'MOON', telling: ['NO_KEYS', 'broken'], http: 500 },
    codes: 'texts',
  },
  query: {
    all: 'all',
    refused: '???',
    examples: ['all', 'some 1'],
    with: (text) => `text is ${JSON.stringify(text)}`,
    some: (n) => `some ${n + 1}`,
  },
  paging: {
    style: 'offset-limit',
    anomalies: [],
    words: { place: 'skip', limit: 'take' },
    next: 'a total that is larger',
    mostRowsByDefault: 1_000,
  },
  rows: ROWS,
  ids: { anyText: false, empty: 'refused' },
  vital: {
    ping: [{ at: 'up', name: 'up', holds: 'code' }],
    results: [{ at: 'rows', name: 'rows', holds: 'rows' }],
  },
  broken: { 'no rows': { status: 200, body: '{"total":3}' } },
  odd: [
    { status: 200, body: '' },
    { status: 200, body: '[]' },
    { status: 500, body: '{}' },
    { status: 502, body: '' },
  ],
  reads,
  writes: { progress: 'none' },

  basePath: '',
  maxBodyBytes: 65_536,
  model: { open: madeRows(ROWS), compile: opaqueQueries({ all: 'all', refused: '???' }) },
  routes: [
    { path: '/health', methods: { GET: health } },
    { path: '/find', methods: { POST: find } },
  ],
  failure(code, { message, http, headers } = {}) {
    const listed = Object.entries(ERRORS).find(([each]) => each === code)?.[1]
    const text = message ?? listed?.message ?? `error ${code}`
    return jsonReply(http ?? listed?.http ?? 500, { error: code, text }, headers)
  },
  unreadable: (status, reason) => smallLog.failure('BAD_FIELD', { http: status, message: reason }),
  answer: (route, request, store) =>
    answerOrRefuse(
      () => {
        admit(request, store)
        const endpoint = route?.methods[request.method]
        if (!endpoint) throw new Refusal('NOT_HERE')
        if (request.problem) throw new Refusal('BAD_FIELD', { message: request.problem })
        return endpoint.answer(request, store)
      },
      {
        failure: smallLog.failure,
        queryError: ({ message }) => new Refusal('BAD_QUERY', { message }),
        internalError: new Refusal('BROKEN'),
        unexpected: ['NOT_HERE', 'BAD_FIELD'],
      },
    ),
  oddBodies: {
    cutShort: '{"rows":[{"ref":',
    nonAscii: '{"error":"BROKEN","text":"Größe"}',
    endless: '{"rows":[{"ref":"',
  },
})

export default smallLog
