import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openMock } from '../../support/open-mock.ts'
import { rawRequest } from '../../support/raw-request.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

test.each([
  ['PUT', '/ping', 'GET'],
  ['HEAD', '/ping', 'GET'],
  ['OPTIONS', '/ping', 'GET'],
  ['GET', '/searches', 'POST'],
  ['POST', '/searches/x', 'GET, DELETE'],
  ['PATCH', '/searches/x', 'GET, DELETE'],
  ['DELETE', '/searches/x/results', 'GET'],
  ['GET', '/events/query', 'POST'],
])('%s %s is 405, and Allow says %s', async (method, path, allow) => {
  const mock = await openMock()
  const answer = await rawRequest(mock, `/api/v1${path}`, { method })
  expect([answer.status, answer.headers.allow]).toEqual([405, allow])
  if (method !== 'HEAD') expect(JSON.parse(answer.text).code).toBe(405)
})

test.each([
  '',
  '/',
  '/Ping',
  '/ping/',
  '/searches/',
  '/searches/x/',
  '/searches//results',
  '/searches/x/results/y',
  '/events',
])('there is nothing at "%s"', async (path) => {
  const mock = await openMock()
  const answer = await rawRequest(mock, `/api/v1${path}`)
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([404, 404])
})

test.each(['.', '..', '%2e', '%2E%2e', '.%2E'])('the id %s in a path is 1005', async (id) => {
  const mock = await openMock()
  for (const path of [`/searches/${id}`, `/searches/${id}/results`]) {
    const answer = await rawRequest(mock, `/api/v1${path}`)
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, 1005])
  }
})

test.each(['%', '%zz', '%c3%28', 'a%2'])('the id %s cannot be decoded: 1005', async (id) => {
  const mock = await openMock()
  const answer = await rawRequest(mock, `/api/v1/searches/${id}`)
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    400,
    { code: 1005, message: expect.stringContaining('query_id') },
  ])
})

test('an id is decoded once', async () => {
  const mock = await openMock()
  for (const id of ['a/b', 'a%2Fb', '%', 'a+b', '?', '#']) {
    await mock.control.createSearch({ id, query: 'SELECT * FROM events' })
    const answer = await rawRequest(mock, `/api/v1/searches/${encodeURIComponent(id)}`)
    expect(JSON.parse(answer.text).query_id).toBe(id)
  }
})

test.each(['/ping', '/searches/x'])('%s takes no query parameters', async (path) => {
  const mock = await openMock()
  const answer = await mock.api('get', `${path}?verbose=1`)
  expect(answer.body).toEqual({ code: 1005, message: expect.stringContaining("'verbose'") })
})

test.each([
  ['nothing', ''],
  ['no JSON', 'query=SELECT'],
  ['half of it', '{"query":"SELECT'],
  ['an array', '[]'],
  ['a string', '"SELECT * FROM events"'],
  ['null', 'null'],
  ['a byte order mark', '\ufeff{"query":"SELECT * FROM events"}'],
])('a body that is %s is 1005', async (_what, body) => {
  const mock = await openMock()
  const answer = await rawRequest(mock, '/api/v1/searches', {
    method: 'POST',
    headers: JSON_TYPE,
    body,
  })
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, 1005])
  expect(JSON.parse(answer.text).message).toContain('body')
})

test('bytes that are not UTF-8 are 1005', async () => {
  const mock = await openMock()
  const body = Buffer.from('{"query":"SELECT \xff"}', 'latin1')
  const answer = await mock
    .api('post', '/searches')
    .type('json')
    .serialize(() => body as never)
    .send({})
  expect([answer.status, answer.body.code]).toEqual([400, 1005])
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=latin1',
  'application/jsonx',
])('the media type %s is 415', async (type) => {
  const mock = await openMock()
  const body = '{"query":"SELECT * FROM events"}'
  const headers = { 'content-type': type }
  const answer = await rawRequest(mock, '/api/v1/searches', { method: 'POST', headers, body })
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([415, 1005])
})

test.each([
  'application/json',
  'application/JSON; charset=UTF-8',
  'application/json;charset="utf-8"',
])('the media type %s is JSON', async (type) => {
  const mock = await openMock()
  const body = '{"query":"SELECT * FROM events"}'
  const headers = { 'content-type': type }
  const answer = await rawRequest(mock, '/api/v1/searches', { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
})

test('a compressed body is 415', async () => {
  const mock = await openMock()
  const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' }
  const answer = await rawRequest(mock, '/api/v1/searches', { method: 'POST', headers, body: '{}' })
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([415, 1005])
})

test('a body of 1 MiB is read, one byte more is 413', async () => {
  const mock = await openMock()
  const send = (length: number) => {
    const body = '{"query":"SELECT * FROM events"}'.padEnd(length, ' ')
    return rawRequest(mock, '/api/v1/searches', { method: 'POST', headers: JSON_TYPE, body })
  }
  expect((await send(1_048_576)).status).toBe(201)
  const answer = await send(1_048_577)
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([413, 1005])
})

test('what is no HTTP gets an error body too', async () => {
  const mock = await openMock()
  const socket = connect(mock.port, mock.host)
  socket.write('this is no request\r\n\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toMatch(/\r\nX-Request-Id: req-\d+\r\n/)
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').code).toBe(1005)
})

test("awkward ids are each other's equals: every one goes through a whole life", async () => {
  const mock = await openMock({ settings: { ids: 'awkward', progress: { by: 'polls', polls: 0 } } })
  const ids = new Set<string>()
  for (let n = 0; n < 20; n += 1) {
    const made = await mock.api('post', '/searches').send({ query: 'SELECT * FROM events' })
    const path = made.headers['location'] ?? ''
    ids.add(made.body.query_id)
    expect(path).toBe(`/api/v1/searches/${encodeURIComponent(made.body.query_id)}`)
    expect(JSON.parse((await rawRequest(mock, path)).text).query_id).toBe(made.body.query_id)
    expect((await rawRequest(mock, `${path}/results?limit=1`)).status).toBe(200)
    expect((await rawRequest(mock, path, { method: 'DELETE' })).status).toBe(200)
  }
  expect(ids.size).toBe(20)
})
