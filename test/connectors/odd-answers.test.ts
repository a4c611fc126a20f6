import type { RequestListener, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import asynchronous from '../../connectors/abc-security-monitor/index.ts'
import synchronous from '../../connectors/abc-security-monitor-sync/index.ts'
import { FailureEnvelope } from '../../contracts/envelopes.ts'
import { scriptedServer, silentServer } from './scripted-server.ts'

const CONFIGURATION = { auth: { username: 'someone', password: 'a secret: 100 %' } }

const STATUS = { code: 200, query_id: 'id', status: 'EXECUTE', progress: 40, record_count: 3 }
const PAGE = { code: 200, data: [{ id: 'a' }], offset: 0, total: 1, next_page_token: null }

function json(body: unknown, status = 200): RequestListener {
  return (_request, response) => sendJson(response, body, status)
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function bytes(body: string | Uint8Array, status = 200, headers = {}): RequestListener {
  return (_request, response) => response.writeHead(status, headers).end(body)
}

/** What each method that makes a request answers to a data source that answers so. */
async function answersTo(answer: RequestListener, timeout = 10) {
  const server = await scriptedServer(answer)
  const connection = { ...server.connection, options: { timeout } }
  const connector = asynchronous(connection, CONFIGURATION)
  try {
    const answers = {
      ping: await connector.ping(),
      query: await connector.query('SELECT * FROM events'),
      status: await connector.status('id'),
      results: await connector.results('id', 0, 10),
      delete: await connector.delete('id'),
      synchronous: await synchronous(connection, CONFIGURATION).results('SELECT', 0, 10),
    }
    return { answers, requests: server.requests, open: await server.openConnections() }
  } finally {
    await server.close()
  }
}

async function everyMethodFailsWith(code: string, answer: RequestListener, timeout?: number) {
  const { answers, requests } = await answersTo(answer, timeout)
  for (const envelope of Object.values(answers)) {
    expect(FailureEnvelope.parse(envelope)).toMatchObject({ code })
    expect(JSON.stringify(envelope)).not.toContain(CONFIGURATION.auth.password)
  }
  expect(requests).toHaveLength(Object.keys(answers).length)
}

describe('an answer that is not what the API promises gives a failure', () => {
  it.each([
    ['empty', bytes('')],
    ['HTML', bytes('<html>welcome</html>', 200, { 'content-type': 'text/html' })],
    ['cut JSON', bytes('{"code":200,"success":tr')],
    ['not UTF-8', bytes(Uint8Array.of(0x22, 0xff, 0x22))],
    ['JSON null', json(null)],
    ['an array', json([])],
    ['without a code', json({ success: true, query_id: 'id', data: [] })],
    ['of a code of another type', json({ ...PAGE, code: '200' })],
    ['of code 200 alone', json({ code: 200 })],
    ['larger than any page', bytes(' '.repeat(17 * 1024 * 1024))],
  ])('%s', async (_what, answer) => {
    await everyMethodFailsWith('unknown', answer)
  })

  it.each([502, 503, 504])('status %i of a proxy, without a body', async (status) => {
    await everyMethodFailsWith('service_unavailable', bytes('', status))
  })

  it.each([
    [401, 'authentication_fail'],
    [403, 'forbidden'],
    [429, 'too_many_requests'],
    [418, 'unknown'],
    [500, 'unknown'],
  ])('status %i without a body is %s', async (status, code) => {
    await everyMethodFailsWith(code, bytes('<html>', status))
  })

  it('an error told under status 200', async () => {
    const answer = json({ code: 1010, message: 'unavailable' })
    await everyMethodFailsWith('service_unavailable', answer)
  })

  it('a success told under an error status', async () => {
    await everyMethodFailsWith('unknown', json({ ...STATUS, ...PAGE, success: true }, 500))
  })

  it('a redirect, which is not followed', async () => {
    await everyMethodFailsWith('unknown', bytes('', 302, { location: '/elsewhere' }))
  })

  it.each([
    ['a status it does not know', { status: 'PAUSED' }],
    ['a progress as text', { progress: '40' }],
    ['a progress above 100', { progress: 140 }],
    ['a fractional progress', { progress: 0.5 }],
    ['no progress', { progress: undefined }],
    ['the id of another search', { query_id: 'other' }],
  ])('status with %s', async (_what, change) => {
    const { answers } = await answersTo(json({ ...STATUS, ...change }))
    expect(answers.status).toMatchObject({ success: false, code: 'unknown' })
  })

  it.each([
    ['data null', { data: null }],
    ['data as an object', { data: {} }],
    ['rows that are no objects', { data: ['a'] }],
    ['a total as text', { total: '1' }],
    ['no page token member', { next_page_token: undefined }],
    ['an empty page token', { next_page_token: '' }],
  ])('results with %s', async (_what, change) => {
    const { answers } = await answersTo(json({ ...PAGE, ...change }))
    expect(answers.results).toMatchObject({ success: false, code: 'unknown' })
    expect(answers.synchronous).toMatchObject({ success: false, code: 'unknown' })
  })
})

describe('an answer that says more than the API promised is understood', () => {
  it.each([
    ['ping', { code: 200, success: true, name: 'ABC', version: '2', region: 'eu' }],
    ['query', { code: 200, query_id: 'new', status: 'WAIT', progress: 0, owner: 'me' }],
    ['status', { ...STATUS, eta: 3 }],
    ['results', { ...PAGE, took: 3 }],
    ['delete', { code: 200, success: true, freed: 3 }],
    ['synchronous', { ...PAGE, took: 3 }],
  ] as const)('%s', async (method, body) => {
    const { answers } = await answersTo(json(body))
    expect(answers[method]).toMatchObject({ success: true })
  })

  it('gives rows as they came, whatever their fields are called', async () => {
    const row = '{"id":"a","__proto__":{"x":1},"constructor":null}'
    const page = `{"code":200,"data":[${row}],"offset":0,"total":1,"next_page_token":null}`
    const { answers } = await answersTo(bytes(page))
    expect(JSON.stringify(answers.results)).toBe(`{"success":true,"data":[${row}]}`)
  })
})

describe('a connection that is cut gives a failure', () => {
  it('before the answer', async () => {
    await everyMethodFailsWith('service_unavailable', (request) => request.socket.destroy())
  })

  it('in the middle of the answer', async () => {
    await everyMethodFailsWith('service_unavailable', (request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"code":200', () => request.socket.destroy())
    })
  })
})

describe('the timeout covers a request from end to end', () => {
  it('where TCP connects and TLS does not', async () => {
    const server = await silentServer()
    try {
      const connector = asynchronous(
        { ...server.connection, options: { timeout: 0.1 } },
        CONFIGURATION,
      )
      expect(await connector.ping()).toMatchObject({
        success: false,
        code: 'service_unavailable',
        error: expect.stringContaining('within 0.1 s'),
      })
      await expect.poll(() => server.openConnections()).toBe(0)
    } finally {
      await server.close()
    }
  })

  it('where nothing is answered', async () => {
    await everyMethodFailsWith('service_unavailable', () => {}, 0.1)
  })

  it('where the body drips', async () => {
    await everyMethodFailsWith('service_unavailable', dripping, 0.2)
  })

  it('where the headers drip', async () => {
    await everyMethodFailsWith('service_unavailable', drippingHeaders, 0.2)
  })
})

it('every connection is closed before a method answers', async () => {
  const server = await scriptedServer(json({ ...STATUS, ...PAGE, success: true }))
  try {
    const connector = asynchronous(server.connection, CONFIGURATION)
    await Promise.all(Array.from({ length: 5 }, () => connector.results('id', 0, 1)))
    await expect.poll(() => server.openConnections()).toBe(0)
  } finally {
    await server.close()
  }
})

const dripping: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  drip(() => response.write(' '), response)
}

const drippingHeaders: RequestListener = ({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\nX-Long: ')
  drip(() => socket.write('x'), socket)
}

function drip(write: () => void, until: { on(event: 'close', listener: () => void): unknown }) {
  const timer = setInterval(write, 10)
  until.on('close', () => clearInterval(timer))
}
