import { expect, test } from 'vitest'
import { AbcResultsBody } from '../../../../contracts/abc-security-monitor/api.ts'
import { openMock } from '../../support/open-mock.ts'

const QUERY = 'SELECT * FROM events LIMIT 250'

test('the first page has 100 rows, in order, and a token for what is left', async () => {
  const mock = await openMock()
  const search = await mock.completed(QUERY)
  const answer = await mock.api('get', `${search}/results`)
  const page = AbcResultsBody.parse(answer.body)
  const rows = await mock.control.rows(QUERY)
  expect(page.data).toEqual(rows.slice(0, 100))
  expect(page).toMatchObject({ offset: 0, total: 250 })
  expect(page.next_page_token).toEqual(expect.any(String))
})

test('offset and limit cut a window out of the result', async () => {
  const mock = await openMock()
  const search = await mock.completed(QUERY)
  const { body } = await mock.api('get', `${search}/results?offset=240&limit=20`)
  expect(body.data).toEqual((await mock.control.rows(QUERY)).slice(240, 260))
  expect(body).toMatchObject({ offset: 240, total: 250, next_page_token: null })
})

test.each(['offset=250', 'offset=9999', `offset=${'9'.repeat(30)}`])(
  'at or past the end, %s, there are no rows and no token',
  async (window) => {
    const mock = await openMock()
    const answer = await mock.api('get', `${await mock.completed(QUERY)}/results?${window}`)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ data: [], total: 250, next_page_token: null })
  },
)

test.each(['limit=100000', `limit=${'9'.repeat(30)}`])(
  'no page is larger than the setting, %s or not',
  async (window) => {
    const mock = await openMock({ settings: { maxPageSize: 7 } })
    const { body } = await mock.api('get', `${await mock.completed(QUERY)}/results?${window}`)
    expect(body.data).toHaveLength(7)
  },
)

test('a page token holds characters that must be encoded, and works when they are', async () => {
  const mock = await openMock()
  const search = await mock.completed(QUERY)
  const first = await mock.api('get', `${search}/results?limit=100`)
  const token: string = first.body.next_page_token
  expect(token).toMatch(/\+.*\/.*=$/)
  const plain = await mock.api('get', `${search}/results?page_token=${token}`)
  expect(plain.body.code).toBe(1005)
  const encoded = await mock.api('get', `${search}/results?page_token=${encodeURIComponent(token)}`)
  expect(encoded.body.offset).toBe(100)
})

test.each([
  ['limit=0', 'limit'],
  ['limit=', 'limit'],
  ['limit=1e3', 'limit'],
  ['limit=%2B1', 'limit'],
  ['limit=+1', 'limit'],
  ['limit=1.0', 'limit'],
  ['limit=0x10', 'limit'],
  ['limit=%D9%A1', 'limit'],
  ['offset=-1', 'offset'],
  ['offset=abc', 'offset'],
  ['offset=1&offset=1', 'offset'],
  ['offset=%zz', 'offset'],
  ['page_token=', 'page_token'],
  ['page_token=abc', 'page_token'],
  ['page_token=%2B%2F%2B%2F', 'page_token'],
  ['pagetoken=abc', 'pagetoken'],
  ['Limit=1', 'Limit'],
])('%s is 1005, and names the parameter', async (parameters, name) => {
  const mock = await openMock()
  const answer = await mock.api('get', `${await mock.completed(QUERY)}/results?${parameters}`)
  expect([answer.status, answer.body.code]).toEqual([400, 1005])
  expect(answer.body.message).toContain(`'${name}'`)
})

test('leading zeros are digits too', async () => {
  const mock = await openMock()
  const { body } = await mock.api(
    'get',
    `${await mock.completed(QUERY)}/results?offset=007&limit=02`,
  )
  expect(body).toMatchObject({ offset: 7, data: [{}, {}] })
})

test('offset together with page_token is 1005', async () => {
  const mock = await openMock()
  const search = await mock.completed(QUERY)
  const { body } = await mock.api('get', `${search}/results`)
  const token = encodeURIComponent(body.next_page_token)
  const answer = await mock.api('get', `${search}/results?offset=0&page_token=${token}`)
  expect(answer.body.code).toBe(1005)
})

test('a token of another search is 1005, also of one that had the same id before', async () => {
  const mock = await openMock()
  await mock.control.createSearch({ id: 'mine', query: QUERY, status: 'COMPLETED' })
  const { body } = await mock.api('get', '/searches/mine/results')
  const token = encodeURIComponent(body.next_page_token)
  const other = await mock.completed(QUERY)
  expect((await mock.api('get', `${other}/results?page_token=${token}`)).body.code).toBe(1005)
  mock.control.deleteSearch('mine')
  await mock.control.createSearch({ id: 'mine', query: QUERY, status: 'COMPLETED' })
  expect((await mock.api('get', `/searches/mine/results?page_token=${token}`)).body.code).toBe(1005)
})

test('a search that still runs is 1003, a canceled one too, each in its own words', async () => {
  const mock = await openMock()
  await mock.control.createSearch({ id: 'runs', query: QUERY, status: 'SORTING', progress: 99 })
  await mock.control.createSearch({ id: 'canceled', query: QUERY, status: 'CANCELED' })
  const runs = await mock.api('get', '/searches/runs/results')
  expect([runs.status, runs.body.code]).toEqual([409, 1003])
  expect(runs.body.message).toContain('still in progress')
  const canceled = await mock.api('get', '/searches/canceled/results')
  expect([canceled.status, canceled.body.code]).toEqual([409, 1003])
  expect(canceled.body.message).toContain('was canceled')
})

test('a search that ended in ERROR is 1020', async () => {
  const mock = await openMock()
  await mock.control.createSearch({ id: 'failed', query: QUERY, status: 'ERROR', progress: 7 })
  const answer = await mock.api('get', '/searches/failed/results')
  expect([answer.status, answer.body.code]).toEqual([500, 1020])
  expect(answer.body.message).toContain('error occurred')
})

test('rows do not change while the search lives, whatever the data set becomes', async () => {
  const mock = await openMock()
  const search = await mock.completed(QUERY)
  const before = await mock.api('get', `${search}/results`)
  mock.control.patchSettings({ dataSet: { rows: 3, seed: 99 } })
  expect((await mock.api('get', `${search}/results`)).body).toEqual(before.body)
  const after = await mock.api('get', `${await mock.completed(QUERY)}/results`)
  expect(after.body.total).toBe(3)
})

test("the user's own rows can take the place of made ones, with their own fields", async () => {
  const data = [
    { id: 'b', time: '2026-01-02T00:00:00.000Z', colour: 'red' },
    { id: 'a', time: '2026-01-01T00:00:00.000Z', colour: null },
  ]
  const mock = await openMock({ settings: { dataSet: { data } } })
  const { body } = await mock.api('get', `${await mock.completed()}/results`)
  expect(body.data.map(({ id }: { id: string }) => id)).toEqual(['a', 'b'])
  expect(await mock.control.rows("SELECT id FROM events WHERE colour = 'red'")).toEqual([
    { id: 'b' },
  ])
})
