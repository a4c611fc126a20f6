import { expect, test } from 'vitest'
import { AbcResultsBody } from '../../../../contracts/abc-security-monitor/api.ts'
import { openMock } from '../../support/open-mock.ts'

const QUERY = 'SELECT id FROM events LIMIT 25'

test('the synchronous query gives pages of a result that no search was made for', async () => {
  const mock = await openMock()
  const answer = await mock
    .api('post', '/events/query')
    .send({ query: QUERY, offset: 5, limit: 10 })
  const page = AbcResultsBody.parse(answer.body)
  expect(page.data).toEqual((await mock.control.rows(QUERY)).slice(5, 15))
  expect(page).toMatchObject({ offset: 5, total: 25 })
  expect(mock.control.state().searches).toEqual([])
})

test('its token goes on with the same query, and with no other', async () => {
  const mock = await openMock()
  const first = await mock.api('post', '/events/query').send({ query: QUERY, limit: 10 })
  const { next_page_token: page_token } = first.body
  const second = await mock
    .api('post', '/events/query')
    .send({ query: QUERY, page_token, limit: 50 })
  expect(second.body).toMatchObject({ offset: 10, next_page_token: null })
  expect(second.body.data).toHaveLength(15)
  const other = await mock.api('post', '/events/query').send({ query: `${QUERY} `, page_token })
  expect(other.body.code).toBe(1005)
})

test.each([
  ['limit', 0],
  ['limit', '5'],
  ['limit', 1.5],
  ['offset', -1],
  ['offset', null],
  ['page_token', ''],
  ['page_token', 5],
  ['query_id', 'mine'],
])('%s: %j is 1005, and names the field', async (field, value) => {
  const mock = await openMock()
  const answer = await mock.api('post', '/events/query').send({ query: QUERY, [field]: value })
  expect([answer.status, answer.body.code]).toEqual([400, 1005])
  expect(answer.body.message).toContain(`'${field}'`)
})
