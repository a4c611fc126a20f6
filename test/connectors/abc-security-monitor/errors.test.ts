import { describe, expect, it } from 'vitest'
import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { type MockSession, withMock } from '../mock-session.ts'

const QUERY = 'SELECT * FROM events'

function withHttpMock(test: (session: MockSession) => Promise<void>) {
  return withMock(createConnector, { scheme: 'http' }, test)
}

describe('errors', () => {
  it.each([
    [1002, 'no_results'],
    [1004, 'unknown'],
    [1005, 'invalid_parameter'],
    [1010, 'service_unavailable'],
    [1020, 'unknown'],
    [2000, 'invalid_query'],
    [401, 'authentication_fail'],
    [403, 'forbidden'],
    [429, 'too_many_requests'],
    [4711, 'unknown'],
  ])('code %i is %s in every method, with one request and the message', async (code, expected) => {
    await withHttpMock(async ({ mock, connector }) => {
      const message = `It went wrong with ${mock.account.credentials['password']}\u001b`
      mock.control.addFault({ kind: 'api-error', code, message })
      const answers = [
        await connector.ping(),
        await connector.query(QUERY),
        await connector.status('id'),
        await connector.results('id', 0, 1),
        await connector.delete('id'),
      ]
      const envelope = { success: false, error: 'It went wrong with ***\\u001b', code: expected }
      expect(answers).toEqual(answers.map(() => envelope))
      expect(mock.control.journal.entries()).toHaveLength(answers.length)
    })
  })

  it('under HTTP status 200 are errors', async () => {
    await withHttpMock(async ({ mock, connector }) => {
      mock.control.addFault({ kind: 'api-error', code: 1002, http: 200 })
      expect(await connector.status('id')).toMatchObject({ success: false, code: 'no_results' })
    })
  })

  it.each([
    ['ERROR', 'ERROR'],
    ['CANCELED', 'CANCELED'],
  ] as const)(
    'a search that ends as %s says so, with the progress reached',
    async (status, told) => {
      await withHttpMock(async ({ mock, connector }) => {
        const { id } = await mock.control.createSearch({ query: QUERY, status, progress: 0 })
        expect(await connector.status(id)).toEqual({ success: true, status: told, progress: 0 })
        expect(await connector.results(id, 0, 1)).toMatchObject({ success: false, code: 'unknown' })
      })
    },
  )

  it('a wrong password is authentication_fail', async () => {
    await withHttpMock(async ({ connect }) => {
      const answer = await connect({}, { password: 'wrong' }).ping()
      expect(answer).toMatchObject({ success: false, code: 'authentication_fail' })
    })
  })

  it('nothing listening is service_unavailable', async () => {
    await withHttpMock(async ({ mock, connector }) => {
      await mock.close()
      for (const answer of [await connector.ping(), await connector.results('id', 0, 1)]) {
        expect(answer).toMatchObject({ success: false, code: 'service_unavailable' })
      }
      expect(connector.is_async()).toBe(true)
    })
  })

  it('no answer within the timeout is service_unavailable, and a slow one is awaited', async () => {
    await withHttpMock(async ({ mock, connect }) => {
      mock.control.addFault({ kind: 'hang', operation: 'status' })
      mock.control.addFault({ kind: 'latency', milliseconds: 100, operation: 'ping' })
      const hung = await connect({ options: { timeout: 0.1 } }).status('id')
      expect(hung).toMatchObject({ success: false, code: 'service_unavailable' })
      expect(await connect({ options: { timeout: 30 } }).ping()).toEqual({ success: true })
    })
  })
})
