import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { type MockDataSourceOptions, makeCertificate } from '../../../mock-datasource/index.ts'
import { completedSearch, type MockSession, metadataOf, withMock } from '../mock-session.ts'

const QUERY = "SELECT * FROM events WHERE message != 'it''s\n\"é😀'"
const HTTP: MockDataSourceOptions = { scheme: 'http', settings: { dataSet: { rows: 25, seed: 1 } } }

function withHttpMock(test: (session: MockSession) => Promise<void>, options = HTTP) {
  return withMock(createConnector, options, test)
}

describe.each(['http', 'https'] as const)('the asynchronous connector over %s', (scheme) => {
  it('leads a search from ping to delete', async () => {
    const options: MockDataSourceOptions = {
      scheme,
      settings: { dataSet: { rows: 25, seed: 1 }, maxPageSize: 10 },
    }
    await withMock(createConnector, options, async ({ mock, connector }) => {
      expect(await connector.ping()).toEqual({ success: true })
      expect(connector.is_async()).toBe(true)
      const started = await connector.query(QUERY)
      const [search] = mock.control.state().searches
      expect(started).toEqual({ success: true, search_id: search?.id })
      expect(search?.query).toBe(QUERY)

      const id = String(search?.id)
      expect(await connector.status(id)).toMatchObject({ success: true, status: 'RUNNING' })
      expect(await connector.results(id, 0, 1)).toMatchObject({ success: false })
      await expect
        .poll(() => connector.status(id), { interval: 0 })
        .toEqual({ success: true, status: 'COMPLETED', progress: 100 })
      expect(await connector.results(id, 0, 100)).toEqual({
        success: true,
        data: await mock.control.rows(QUERY),
      })

      expect(await connector.delete(id)).toEqual({ success: true })
      expect(mock.control.search(id)).toBeUndefined()
    })
  })
})

describe('results', () => {
  it('are the slice that was asked for, whatever the page size and on every path to it', async () => {
    const count = fc.integer({ min: 0, max: 30 })
    const shape = fc.record({ rows: count, maxPageSize: fc.integer({ min: 1, max: 12 }) })
    await withHttpMock(async ({ mock, connector }) => {
      await fc.assert(
        fc.asyncProperty(shape, count, count, async ({ rows, maxPageSize }, offset, length) => {
          mock.control.patchSettings({ maxPageSize, dataSet: { rows, seed: 7 } })
          const id = await completedSearch(mock)
          const all = await mock.control.rows('SELECT * FROM events')
          const asNumbers = await connector.results(id, offset, length)
          expect(asNumbers).toMatchObject({ data: all.slice(offset, offset + length) })
          expect(await connector.results(id, `${offset}`, `0${length}`)).toEqual(asNumbers)
        }),
        { numRuns: 50 },
      )
    })
  })

  it('continue by metadata from a connector that never saw the call before', async () => {
    await withHttpMock(async ({ mock, connector, connect }) => {
      const id = await completedSearch(mock)
      const all = await mock.control.rows('SELECT * FROM events')
      const first = await connector.results(id, 5, 7)
      expect(first).toMatchObject({
        data: all.slice(5, 12),
        metadata: { result_count: 12, next_page_token: expect.any(String) },
      })
      const second = await connect().results(id, 0, 100, metadataOf(first))
      expect(second).toEqual({ success: true, data: all.slice(12) })
    })
  })

  it('refuse metadata of another search', async () => {
    await withHttpMock(async ({ mock, connector }) => {
      const [one, other] = [await completedSearch(mock), await completedSearch(mock)]
      const metadata = metadataOf(await connector.results(one, 0, 7))
      expect(await connector.results(other, 0, 7, metadata)).toMatchObject({
        success: false,
        code: 'invalid_parameter',
      })
    })
  })

  it('end at options.result_limit', async () => {
    await withHttpMock(async ({ mock, connect }) => {
      const limited = connect({ options: { result_limit: 9 } })
      const id = await completedSearch(mock)
      const all = await mock.control.rows('SELECT * FROM events')
      const first = await limited.results(id, 0, 6)
      expect(first).toMatchObject({ data: all.slice(0, 6) })
      const rest = await limited.results(id, 0, 6, metadataOf(first))
      expect(rest).toEqual({ success: true, data: all.slice(6, 9) })
      expect(await limited.results(id, 8, 6)).toEqual({ success: true, data: all.slice(8, 9) })
      expect(await limited.results(id, 9, 6)).toEqual({ success: true, data: [] })
    })
  })

  it('fail where a later page fails', async () => {
    await withHttpMock(async ({ mock, connector }) => {
      mock.control.patchSettings({ maxPageSize: 10 })
      const id = await completedSearch(mock)
      mock.control.addFault({ kind: 'api-error', code: 1010, operation: 'results', after: 1 })
      const answer = await connector.results(id, 0, 25)
      expect(answer).toMatchObject({ success: false, code: 'service_unavailable' })
    })
  })

  it('of no length still tell of the errors of the search', async () => {
    await withHttpMock(async ({ mock, connector }) => {
      const id = await completedSearch(mock)
      expect(await connector.results(id, 3, 0)).toMatchObject({ success: true, data: [] })
      expect(await connector.results('gone', 3, 0)).toMatchObject({ code: 'no_results' })
    })
  })
})

describe('search ids', () => {
  it('of any characters reach the search that they name, and no other', async () => {
    await withHttpMock(async ({ mock, connector }) => {
      await completedSearch(mock)
      const ids = [
        'a/b',
        'a?b#c',
        '%2F',
        '../searches',
        'a b"\'',
        'é😀',
        'a&limit=1',
        '\\',
        ';',
        '+',
      ]
      for (const id of ids) {
        await mock.control.createSearch({ query: QUERY, id, status: 'COMPLETED' })
        expect(await connector.status(id)).toMatchObject({ status: 'COMPLETED' })
        expect(await connector.results(id, 0, 5)).toMatchObject({ success: true })
        expect(await connector.delete(id)).toEqual({ success: true })
        expect(mock.control.search(id)).toBeUndefined()
      }
      expect(mock.control.state().searches).toHaveLength(1)
    })
  })

  it.each([
    ['of a search that never was', 'never', 'no_results'],
    ['that a URL cannot carry: .', '.', 'no_results'],
    ['that a URL cannot carry: ..', '..', 'no_results'],
    ['with half a surrogate pair', 'a\ud800', 'no_results'],
    ['longer than any', 'x'.repeat(100_000), 'no_results'],
    ['that are empty', '', 'invalid_parameter'],
  ])('%s fail in every method', async (_what, id, code) => {
    await withHttpMock(async ({ mock, connector }) => {
      await completedSearch(mock)
      for (const answer of [
        await connector.status(id),
        await connector.results(id, 0, 1),
        await connector.delete(id),
      ]) {
        expect(answer).toMatchObject({ success: false, code })
      }
      expect(mock.control.journal.entries().every((entry) => !entry.unexpected)).toBe(true)
      expect(mock.control.state().searches).toHaveLength(1)
    })
  })
})

it('a certificate that is not trusted is certificate_fail, and no credentials are sent', async () => {
  await withMock(createConnector, {}, async ({ mock, connect }) => {
    const { cert } = await makeCertificate()
    const untrusting = connect({ selfSignedCert: cert })
    for (const answer of [await untrusting.ping(), await untrusting.query(QUERY)]) {
      expect(answer).toMatchObject({ success: false, code: 'certificate_fail' })
    }
    expect(mock.control.journal.entries()).toEqual([])
  })
})

it.each([
  ['connection', { host: '', port: 1 }, {}],
  ['connection.port', { host: 'localhost', port: 70_000 }, {}],
  ['connection.host', { host: 'localhost/path', port: 1 }, {}],
  ['connection.options.timeout', { host: 'localhost', port: 1, options: { timeout: -1 } }, {}],
  ['configuration.auth', { host: 'localhost', port: 1 }, { auth: undefined }],
])('a %s that is not valid is an answer too', async (name, connection, configuration) => {
  const usual = { auth: { username: 'someone', password: 'a secret' } }
  const connector = createConnector(connection, Object.assign({}, usual, configuration))
  expect(await connector.ping()).toMatchObject({
    success: false,
    code: 'invalid_parameter',
    error: expect.stringContaining(name),
  })
})
