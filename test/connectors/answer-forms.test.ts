import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import asynchronous from '../../connectors/abc-security-monitor/index.ts'
import type { Connector } from '../../contracts/connector.ts'
import { makeCertificate } from '../../mock-datasource/index.ts'
import { ANSWER_FORMS, ENDLESS_FORMS } from './answer-forms.ts'
import { type RawServer, rawServer } from './raw-server.ts'

const ASK_REFERENCE = fileURLToPath(new URL('../python/ask_reference.py', import.meta.url))
const CONFIGURATION = { auth: { username: 'someone', password: 'a secret' } }
const OPTIONS = { timeout: 20 }

/** Longer than what a client reads ahead of what it is asked for. */
const LONG = 'é"'.repeat(10_000)
const ROWS = ['a', 'b', 'c'].map((id) => ({ id, message: LONG }))
const PAGES = [
  { data: ROWS.slice(0, 2), offset: 0, total: 3, next_page_token: 'more' },
  { data: ROWS.slice(2), offset: 2, total: 3, next_page_token: null },
]
const STATUS = { query_id: 'id', status: 'EXECUTE', progress: 40, record_count: 3 }
const BODIES: readonly (readonly [request: string, body: object])[] = [
  ['GET /api/v1/ping', { success: true, name: 'ABC', version: LONG }],
  ['POST /api/v1/searches', { query_id: 'id', status: 'WAIT', progress: 0, note: LONG }],
  ['GET /api/v1/searches/id', { ...STATUS, note: LONG }],
  ['GET /api/v1/searches/id/results?offset=0&limit=1000', PAGES[0] ?? {}],
  ['GET /api/v1/searches/id/results?page_token=more&limit=998', PAGES[1] ?? {}],
  ['DELETE /api/v1/searches/id', { success: true, note: LONG }],
]

const CALLS = [
  ['ping', []],
  ['query', ['SELECT * FROM events']],
  ['status', ['id']],
  ['results', ['id', 0, 1_000]],
  ['delete', ['id']],
] as const
const ANSWERS = [
  { success: true },
  { success: true, search_id: 'id' },
  { success: true, status: 'RUNNING', progress: 40 },
  { success: true, data: ROWS },
  { success: true },
]

function bodyOf(request: string): string {
  const [, body] = BODIES.find(([each]) => each === request) ?? []
  return JSON.stringify(
    body === undefined ? { code: 1005, message: request } : { code: 200, ...body },
  )
}

async function answersInTypeScript({ connection }: RawServer): Promise<unknown> {
  const connector: Connector = asynchronous({ ...connection, options: OPTIONS }, CONFIGURATION)
  return [
    await connector.ping(),
    await connector.query('SELECT * FROM events'),
    await connector.status('id'),
    await connector.results('id', 0, 1_000),
    await connector.delete('id'),
  ]
}

/** One process asks them all: to start it takes longer than to answer. */
async function answersInPython(
  servers: readonly RawServer[],
  options = OPTIONS,
  calls: readonly unknown[] = CALLS,
): Promise<readonly unknown[]> {
  const child = spawn('python3', ['-B', ASK_REFERENCE], { stdio: ['pipe', 'pipe', 'pipe'] })
  const asked = servers.map(({ connection }) => [{ ...connection, options }, CONFIGURATION, calls])
  child.stdin.end(JSON.stringify(asked))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

// TLS has ways of its own only to end a connection.
describe.each([
  ['http', ANSWER_FORMS],
  ['https', ANSWER_FORMS.filter(({ closes }) => closes !== undefined)],
] as const)('over %s the reference reads an answer', (scheme, forms) => {
  const servers: RawServer[] = []
  let inPython: readonly unknown[]

  beforeAll(async () => {
    const certificate = scheme === 'https' ? await makeCertificate() : undefined
    for (const form of forms) servers.push(await rawServer(form, bodyOf, certificate))
    inPython = await answersInPython(servers)
  })
  afterAll(() => {
    for (const server of servers) server.close()
  })

  it.each(forms.map(({ name }, place) => [name, place] as const))(
    'of this form: %s',
    async (_name, place) => {
      const server = servers[place]
      const requests = BODIES.map(([request]) => request)
      expect(inPython[place]).toEqual(ANSWERS)
      expect(server?.requests).toEqual(requests)
      expect(await answersInTypeScript(server as RawServer)).toEqual(ANSWERS)
      expect(server?.requests).toEqual([...requests, ...requests])
    },
  )
})

it('an answer that never ends fails within the timeout, whatever its form', async () => {
  const options = { timeout: 0.2 }
  const failure = expect.objectContaining({ success: false, code: 'service_unavailable' })
  const servers = await Promise.all(ENDLESS_FORMS.map((form) => rawServer(form, bodyOf)))
  try {
    const ping = [['ping', []]]
    const inPython = await answersInPython(servers, options, ping)
    expect(inPython).toEqual(servers.map(() => [failure]))
    const pings = servers.map(({ connection }) =>
      asynchronous({ ...connection, options }, CONFIGURATION).ping(),
    )
    expect(await Promise.all(pings)).toEqual(servers.map(() => failure))
  } finally {
    for (const server of servers) server.close()
  }
})
