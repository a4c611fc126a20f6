import { expect, test } from 'vitest'
import { openMock } from '../support/open-mock.ts'

const QUERY = 'SELECT * FROM events'

test('requests and responses are recorded as they came, newest last', async () => {
  let now = 5_000
  const mock = await openMock({ clock: () => now })
  now = 5_040
  await mock.api('post', '/searches').send({ query: QUERY, query_id: 'a b' })
  await mock.api('get', '/searches/a%20b/results?limit=5')
  const [create, results] = mock.control.journal.entries()
  expect(create).toMatchObject({
    sequence: 1,
    at: 40,
    operation: 'create',
    request: {
      method: 'POST',
      path: '/api/v1/searches',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, query_id: 'a b' }),
    },
    response: {
      status: 201,
      headers: { location: '/api/v1/searches/a%20b' },
      body: expect.stringContaining('"query_id":"a b"'),
    },
    connection: { encrypted: false },
  })
  expect(results).toMatchObject({
    sequence: 2,
    operation: 'results',
    searchId: 'a b',
    request: { method: 'GET', path: '/api/v1/searches/a%20b/results?limit=5' },
    response: { status: 409 },
  })
  expect(results?.request).not.toHaveProperty('body')
})

test.each([
  ['/nowhere', 404],
  ['/searches', 405],
  ['/ping?x=1', 400],
])('a request that the API does not expect says so: %s', async (path, status) => {
  const mock = await openMock()
  await mock.api('get', path)
  expect(mock.control.journal.entries()[0]).toMatchObject({
    response: { status },
    unexpected: expect.any(String),
  })
})

test('a search that is not there is nothing unexpected', async () => {
  const mock = await openMock()
  await mock.api('get', '/searches/x')
  expect(mock.control.journal.entries()[0]).not.toHaveProperty('unexpected')
})

test('a long response is kept in part, a long request whole', async () => {
  const mock = await openMock()
  const query = `${QUERY} WHERE message = '${'x'.repeat(60_000)}'`
  await mock.api('post', '/searches').send({ query })
  await mock.api('get', `${await mock.completed()}/results?limit=1000`)
  const [create, results] = mock.control.journal.entries()
  expect(create?.request.body).toBe(JSON.stringify({ query }))
  expect(results?.response?.truncated).toBe(true)
  expect(results?.response?.body.length).toBeLessThanOrEqual(8_192)
})

test('requests over one connection share its number', async () => {
  const mock = await openMock({ scheme: 'https' })
  await Promise.all([mock.api('get', '/ping'), mock.api('get', '/ping')])
  const numbers = mock.control.journal.entries().map(({ connection }) => connection)
  expect(numbers).toEqual([
    { number: 1, encrypted: true },
    { number: 2, encrypted: true },
  ])
})

test('`after` leaves out what was read before; clearing does not start the sequence anew', async () => {
  const mock = await openMock()
  const { journal } = mock.control
  for (let n = 0; n < 3; n += 1) await mock.api('get', '/ping')
  expect(journal.entries(1).map(({ sequence }) => sequence)).toEqual([2, 3])
  journal.clear()
  expect(journal.entries()).toEqual([])
  await mock.api('get', '/ping')
  expect(journal.entries().map(({ sequence }) => sequence)).toEqual([4])
  expect(journal.lastSequence).toBe(4)
})

test('whoever subscribes is told of exchanges as they end, until it has had enough', async () => {
  const mock = await openMock()
  const seen: number[] = []
  const stop = mock.control.journal.subscribe(({ sequence }) => seen.push(sequence))
  await mock.api('get', '/ping')
  await mock.api('get', '/ping')
  stop()
  await mock.api('get', '/ping')
  expect(seen).toEqual([1, 2])
})

test('what the control plane is asked is not recorded', async () => {
  const mock = await openMock()
  await mock.bare('get', '/_mock/state')
  await mock.bare('post', '/_mock/nothing')
  expect(mock.control.journal.entries()).toEqual([])
  expect(mock.control.state().counters.requests).toBe(0)
})
