import { expect, test } from 'vitest'
import { AbcCreateSearchBody } from '../../../../contracts/abc-security-monitor/api.ts'
import { basic, openMock } from '../../support/open-mock.ts'

const QUERY = 'SELECT * FROM events'

test('a new search waits, at progress 0, and Location says where it is', async () => {
  const mock = await openMock()
  const answer = await mock.api('post', '/searches').send({ query: QUERY })
  expect(answer.status).toBe(201)
  const { query_id: id, ...rest } = AbcCreateSearchBody.parse(answer.body)
  expect(rest).toEqual({ code: 200, status: 'WAIT', progress: 0 })
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(answer.headers['location']).toBe(`/api/v1/searches/${id}`)
})

test('the query is kept as it was sent, character for character', async () => {
  const mock = await openMock()
  const query = `SELECT *\n  FROM events\tWHERE message = 'it''s "ünï" 🔍\r\n\\n'`
  const { body } = await mock.api('post', '/searches').send({ query })
  expect(mock.control.search(body.query_id)?.query).toBe(query)
})

test('a client may name the id, any string that a path can carry', async () => {
  const mock = await openMock()
  const id = `a/b?c#d %2F "q" 'é' 🔍 …`
  const made = await mock.api('post', '/searches').send({ query: QUERY, query_id: id })
  expect(made.body.query_id).toBe(id)
  const there = await mock
    .bare('get', made.headers['location'] ?? '')
    .set('Authorization', basic(mock))
  expect(there.body.query_id).toBe(id)
})

test('an id in use is 1004, and free again after delete', async () => {
  const mock = await openMock()
  const make = () => mock.api('post', '/searches').send({ query: QUERY, query_id: 'mine' })
  expect((await make()).status).toBe(201)
  const again = await make()
  expect([again.status, again.body.code]).toEqual([409, 1004])
  expect(again.body.message).toContain('already in use')
  await mock.api('delete', '/searches/mine')
  expect((await make()).status).toBe(201)
})

test('of two requests for one id at the same time, one is refused', async () => {
  const mock = await openMock({ settings: { dataSet: { rows: 20_000, seed: 1 } } })
  // The scan that WHERE needs leaves time for the other request.
  const body = { query: `${QUERY} WHERE severity = 3`, query_id: 'mine' }
  const answers = await Promise.all([1, 2].map(() => mock.api('post', '/searches').send(body)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
})

test.each([
  ['no query', {}, 'query'],
  ['an empty query', { query: '' }, 'query'],
  ['a query that is no string', { query: 5 }, 'query'],
  ['a query of 65,537 characters', { query: 'x'.repeat(65_537) }, 'query'],
  ['an unknown field', { query: QUERY, limit: 5 }, 'limit'],
  ['an empty id', { query: QUERY, query_id: '' }, 'query_id'],
  ['an id of 257 characters', { query: QUERY, query_id: 'x'.repeat(257) }, 'query_id'],
  ['the id .', { query: QUERY, query_id: '.' }, 'query_id'],
  ['the id ..', { query: QUERY, query_id: '..' }, 'query_id'],
  ['half a surrogate pair as id', { query: QUERY, query_id: '\ud83d' }, 'query_id'],
  ['null as id', { query: QUERY, query_id: null }, 'query_id'],
])('%s is 1005, and names the field', async (_what, body, field) => {
  const mock = await openMock()
  const answer = await mock.api('post', '/searches').send(body)
  expect([answer.status, answer.body.code]).toEqual([400, 1005])
  expect(answer.body.message).toContain(`'${field}'`)
  expect(mock.control.state().searches).toEqual([])
})

test('queries and ids may be as long as the API says', async () => {
  const mock = await openMock()
  const query = `${QUERY} WHERE message = '`.padEnd(65_535, 'x').concat("'")
  const answer = await mock.api('post', '/searches').send({ query, query_id: 'i'.repeat(256) })
  expect(query).toHaveLength(65_536)
  expect(answer.status).toBe(201)
})

test.each([
  ['SELECT * FROM nowhere', 'nowhere'],
  ['SELECT nothing FROM events', 'nothing'],
  ['SELECT * FROM events WHERE', 'position'],
  ['DROP TABLE events', 'position 0'],
])('%s is 2000, and says where or what', async (query, hint) => {
  const mock = await openMock()
  const answer = await mock.api('post', '/searches').send({ query })
  expect([answer.status, answer.body.code]).toEqual([422, 2000])
  expect(answer.body.message).toContain(hint)
})
