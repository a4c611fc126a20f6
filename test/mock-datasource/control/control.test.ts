import { expect, test } from 'vitest'
import { ControlError, startMockDataSource } from '../../../mock-datasource/index.ts'
import { openMock } from '../support/open-mock.ts'

const QUERY = 'SELECT * FROM events'

test('a search can be made without a request', async () => {
  const mock = await openMock()
  const made = await mock.control.createSearch({
    query: QUERY,
    id: 'it',
    status: 'SORTING',
    progress: 80,
  })
  expect(made).toEqual({
    id: 'it',
    query: QUERY,
    status: 'SORTING',
    progress: 80,
    recordCount: 800,
    polls: 0,
  })
  expect(mock.control.journal.entries()).toEqual([])
  expect((await mock.api('get', '/searches/it')).body).toMatchObject({
    status: 'SORTING',
    progress: 80,
  })
  expect(mock.control.search('it')).toMatchObject({ polls: 1 })
})

test('one that was given no status goes as if a client had made it', async () => {
  const mock = await openMock()
  const { id } = await mock.control.createSearch({ query: QUERY })
  expect((await mock.api('get', `/searches/${id}`)).body).toMatchObject({
    status: 'EXECUTE',
    progress: 33,
  })
})

test.each([
  [{ query: 'nonsense' }, 'position 0'],
  [{ query: 'SELECT * FROM errors WHERE code = 1010' }, '1010'],
  [{ query: QUERY, id: '..' }, 'path'],
  [{ query: QUERY, status: 'COMPLETED', progress: 5 }, 'progress 100'],
  [{ query: QUERY, progress: 101 }, 'progress'],
] as const)('%j cannot be made', async (search, hint) => {
  const mock = await openMock()
  await expect(mock.control.createSearch(search)).rejects.toThrow(ControlError)
  await expect(mock.control.createSearch(search)).rejects.toThrow(hint)
  expect(mock.control.state().searches).toEqual([])
})

test('an id in use is refused', async () => {
  const mock = await openMock()
  await mock.control.createSearch({ query: QUERY, id: 'it' })
  await expect(mock.control.createSearch({ query: QUERY, id: 'it' })).rejects.toThrow(
    'already in use',
  )
})

test('settings that it hands out are a copy', async () => {
  const mock = await openMock()
  mock.control.settings().accounts[0] = {
    credentials: { username: 'x', password: 'y' },
    permitted: true,
  }
  expect((await mock.api('get', '/ping')).status).toBe(200)
})

test('the same seed, calls and order give the same mock, ids and tokens included', async () => {
  const run = async () => {
    const mock = await openMock({ settings: { seed: 42 } })
    const { body } = await mock.api('post', '/searches').send({ query: QUERY })
    mock.control.advance(body.query_id, { status: 'COMPLETED' })
    const page = await mock.api('get', `/searches/${body.query_id}/results?limit=2`)
    return { id: body.query_id, account: mock.account, page: page.body }
  }
  expect(await run()).toEqual(await run())
})

test.each([
  [{ settings: { maxPageSize: 0 } }, 'settings: maxPageSize'],
  [{ faults: [{ kind: 'latency', milliseconds: -1 }] }, 'fault: milliseconds'],
  [{ state: {} }, 'snapshot'],
])('a mock does not start with %j', async (options, hint) => {
  const start = startMockDataSource({ scheme: 'http', ...(options as object) })
  await expect(start).rejects.toThrow(ControlError)
  await expect(start).rejects.toThrow(hint)
})
