import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { openMock } from '../support/open-mock.ts'

const QUERY = 'SELECT * FROM events'

test('state shows settings, searches, faults and counts, and no secrets', async () => {
  const mock = await openMock({ faults: [{ kind: 'hang', operation: 'delete' }] })
  await mock.api('post', '/searches').send({ query: QUERY, query_id: 'it' })
  const { body } = await mock.bare('get', '/_mock/state')
  expect(body).toMatchObject({
    settings: {
      accounts: [
        { credentials: { username: 'abc_user', password: '***', token: '***' }, permitted: true },
      ],
      max_page_size: 1_000,
      ids: 'uuid',
      progress: { by: 'polls', polls: 2 },
      data_set: { rows: 1_000, seed: 1 },
    },
    searches: [{ search_id: 'it', query: QUERY, status: 'WAIT', progress: 0, polls: 0 }],
    faults: [{ id: 'fault-1', spec: { kind: 'hang', operation: 'delete' }, seen: 0, struck: 0 }],
    counters: { requests: 1, searches_created: 1, tls_errors: 0 },
  })
})

test('settings can be changed one by one, and take effect at once', async () => {
  const mock = await openMock()
  const changed = await mock
    .bare('patch', '/_mock/settings')
    .send({ max_page_size: 3, ids: 'awkward' })
  expect(changed.body).toMatchObject({ max_page_size: 3, ids: 'awkward', seed: 1 })
  const page = await mock.api('get', `${await mock.completed()}/results`)
  expect(page.body.data).toHaveLength(3)
})

test.each([
  [{ max_page_size: 0 }, 'max_page_size'],
  [{ maxPageSize: 5 }, 'maxPageSize'],
  [{ accounts: [] }, 'accounts'],
  [
    { accounts: [{ credentials: { username: 'a:b', password: 'x' }, permitted: true }] },
    'accounts.0.credentials.username',
  ],
  [{ progress: { by: 'polls' } }, 'progress.polls'],
  [{ data_set: { rows: -1, seed: 1 } }, 'data_set'],
  [{ data_set: { data: [{ id: 'a' }] } }, 'row 1'],
])('settings that cannot be are refused, and nothing changes: %j', async (patch, hint) => {
  const mock = await openMock()
  const before = mock.control.settings()
  const answer = await mock.bare('patch', '/_mock/settings').send(patch)
  expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(hint)])
  expect(mock.control.settings()).toEqual(before)
})

test('faults are added, listed and removed, one or all', async () => {
  const mock = await openMock()
  const add = (spec: object) => mock.bare('post', '/_mock/faults').send(spec)
  const first = await add({ kind: 'api-error', code: 1010, times: 1 })
  expect([first.status, first.body.id]).toEqual([201, 'fault-1'])
  await add({ kind: 'hang', operation: 'delete' })
  expect((await mock.api('get', '/ping')).status).toBe(503)
  const listed = await mock.bare('get', '/_mock/faults')
  expect(listed.body.faults).toMatchObject([
    { id: 'fault-1', seen: 1, struck: 1 },
    { id: 'fault-2', seen: 0, struck: 0 },
  ])
  expect((await mock.bare('delete', '/_mock/faults/fault-1')).status).toBe(200)
  expect((await mock.bare('delete', '/_mock/faults/fault-1')).status).toBe(404)
  expect((await mock.bare('delete', '/_mock/faults')).status).toBe(200)
  expect(mock.control.faults()).toEqual([])
})

test('a fault that cannot be is refused, naming the field', async () => {
  const mock = await openMock()
  const answer = await mock.bare('post', '/_mock/faults').send({ kind: 'latency' })
  expect([answer.status, answer.body.message]).toEqual([
    400,
    expect.stringContaining('milliseconds'),
  ])
})

test('the journal can be read from where one was', async () => {
  const mock = await openMock()
  for (let n = 0; n < 3; n += 1) await mock.api('get', '/ping')
  const { body } = await mock.bare('get', '/_mock/journal?after=2')
  expect(body).toMatchObject({ last_sequence: 3, entries: [{ sequence: 3, operation: 'ping' }] })
  expect((await mock.bare('get', '/_mock/journal?after=x')).status).toBe(400)
})

test('a search can be moved on, awkward id or not, but never back', async () => {
  const mock = await openMock()
  await mock.control.createSearch({ id: 'a/b', query: QUERY })
  const advance = (body: object) => mock.bare('post', '/_mock/searches/a%2Fb/advance').send(body)
  const there = await advance({ status: 'EXECUTE', progress: 40 })
  expect(there.body).toMatchObject({
    search_id: 'a/b',
    status: 'EXECUTE',
    progress: 40,
    record_count: 400,
  })
  expect((await mock.api('get', '/searches/a%2Fb')).body).toMatchObject({
    status: 'EXECUTE',
    progress: 40,
  })
  for (const wrong of [
    { status: 'WAIT' },
    { status: 'EXECUTE', progress: 39 },
    { status: 'COMPLETED', progress: 99 },
    { status: 'PAUSED' },
    {},
  ]) {
    expect((await advance(wrong)).status).toBe(400)
  }
  expect(
    (await mock.bare('post', '/_mock/searches/x/advance').send({ status: 'ERROR' })).status,
  ).toBe(404)
})

test('reset brings back what the mock started with', async () => {
  const mock = await openMock({ settings: { maxPageSize: 5 }, faults: [{ kind: 'hang' }] })
  await mock.control.createSearch({ query: QUERY })
  mock.control.patchSettings({ maxPageSize: 9 })
  await mock.bare('post', '/_mock/reset')
  expect(mock.control.state()).toMatchObject({
    settings: { maxPageSize: 5 },
    searches: [],
    faults: [],
  })
  expect(mock.control.journal.entries()).toEqual([])
})

test('bodies that are not JSON, or not said to be, are refused', async () => {
  const mock = await openMock()
  const bad = await mock.bare('patch', '/_mock/settings').type('json').send('{')
  expect([bad.status, bad.body.code]).toEqual([400, 400])
  const plain = await mock.bare('post', '/_mock/faults').type('text').send('{"kind":"hang"}')
  expect(plain.status).toBe(400)
  expect(mock.control.faults()).toEqual([])
})

test('faults never reach the control plane', async () => {
  const mock = await openMock({ faults: [{ kind: 'reset' }] })
  expect((await mock.bare('get', '/_mock/state')).status).toBe(200)
})

/** Sends headers that `fetch` and supertest would not. */
function stateWith(port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: '/_mock/state', headers },
      async (answer) => {
        await text(answer)
        resolve(answer.statusCode)
      },
    )
    sent.on('error', reject).end()
  })
}

test('a web page whose host name was made to lead here is kept out', async () => {
  const { port } = await openMock()
  expect(await stateWith(port, { host: `evil.example:${port}` })).toBe(403)
  expect(await stateWith(port, { origin: 'http://evil.example' })).toBe(403)
  expect(await stateWith(port, { origin: 'null' })).toBe(403)
  expect(
    await stateWith(port, { host: `localhost:${port}`, origin: `http://localhost:${port}` }),
  ).toBe(200)
  expect(await stateWith(port, { host: `[::1]:${port}` })).toBe(200)
})

test('with an admin token only those who give it get in, under whatever name', async () => {
  const { port } = await openMock({ adminToken: 'let-me-in' })
  expect(await stateWith(port, {})).toBe(401)
  expect(await stateWith(port, { 'x-admin-token': 'let-me' })).toBe(401)
  expect(await stateWith(port, { 'x-admin-token': 'let-me-in', host: 'mock.example' })).toBe(200)
})

test('no more faults are taken than every request can be held against, nor more accounts', async () => {
  const { control } = await openMock()
  const fault = { kind: 'hang', operation: 'delete' } as const
  for (let n = 0; n < 10_000; n += 1) control.addFault(fault)
  const why = 'fault: there are 10000, and every request is held against each'
  expect(() => control.addFault(fault)).toThrow(why)
  control.removeFault('fault-1')
  control.addFault(fault)
  const account = { credentials: { username: 'a', password: 'b' }, permitted: true }
  expect(() => control.patchSettings({ accounts: Array(1_001).fill(account) })).toThrow(
    'settings: accounts: Too big: expected array to have <=1000 items',
  )
})

test('the journal has room for so many followers, and for another when one has gone', async () => {
  const mock = await openMock()
  const follow = async () => {
    const stop = new AbortController()
    const { signal } = stop
    const headers = { accept: 'text/event-stream' }
    const { status } = await fetch(`${mock.url}/_mock/journal`, { headers, signal })
    return { status, stop: () => stop.abort() }
  }
  const all = await Promise.all(Array.from({ length: 33 }, follow))
  expect(all.map(({ status }) => status).sort()).toEqual([...Array(32).fill(200), 503])
  for (const { stop } of all) stop()
  await vi.waitFor(async () => expect((await follow()).status).toBe(200))
})
