import { expect, test } from 'vitest'
import { ABC_API_ERRORS } from '../../../../contracts/abc-security-monitor/error-table.ts'
import { openMock } from '../../support/open-mock.ts'

const LISTED = Object.entries(ABC_API_ERRORS).map(
  ([code, { http }]) => [Number(code), http] as const,
)

test.each([...LISTED, [4711, 500] as const])(
  'creating a search fails with code %i under HTTP %i',
  async (code, http) => {
    const mock = await openMock()
    const query = `SELECT * FROM errors WHERE code = ${code}`
    const answer = await mock.api('post', '/searches').send({ query })
    expect([answer.status, answer.body.code]).toEqual([http, code])
    expect(answer.body.message).not.toBe('')
    expect(mock.control.state().searches).toEqual([])
  },
)

test.each(['status', 'results', 'delete'])(
  'a search fails in %s, every time, and only there',
  async (on) => {
    const mock = await openMock({ settings: { progress: { by: 'polls', polls: 0 } } })
    const query = `SELECT * FROM errors WHERE code = 1010 AND on = '${on}'`
    const { body } = await mock.api('post', '/searches').send({ query, query_id: 'it' })
    expect(body.code).toBe(200)
    for (let time = 0; time < 2; time += 1) {
      const answers = {
        status: await mock.api('get', '/searches/it'),
        results: await mock.api('get', '/searches/it/results'),
      }
      // A search whose status fails never gets anywhere, so that it has no results either.
      const running = on === 'status' ? 1003 : 200
      expect(answers.status.body.code).toBe(on === 'status' ? 1010 : 200)
      expect(answers.results.body.code).toBe(on === 'results' ? 1010 : running)
    }
    const deleted = await mock.api('delete', '/searches/it')
    expect(deleted.body.code).toBe(on === 'delete' ? 1010 : 200)
    expect(mock.control.search('it') === undefined).toBe(on !== 'delete')
  },
)

test.each([
  ['code = 1010', 503, 1010],
  ["code = 4711 AND on = 'results'", 500, 4711],
  ["code = 1010 AND on = 'delete'", 200, 200],
  ["status = 'ERROR'", 500, 1020],
  ["status = 'CANCELED'", 409, 1003],
  ['code = 200', 422, 2000],
])('on the synchronous query, %s gives HTTP %i and code %i', async (where, http, code) => {
  const mock = await openMock()
  const query = `SELECT * FROM errors WHERE ${where}`
  const answer = await mock.api('post', '/events/query').send({ query })
  expect([answer.status, answer.body.code]).toEqual([http, code])
})

test('headers that belong to an error come with it', async () => {
  const mock = await openMock()
  const script = (code: number) =>
    mock.api('post', '/searches').send({ query: `SELECT * FROM errors WHERE code = ${code}` })
  expect((await script(401)).headers).toHaveProperty('www-authenticate')
  expect((await script(429)).headers).toHaveProperty('retry-after')
})
