import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import createConnector from '../../../connectors/abc-security-monitor-sync/index.ts'
import type { MockDataSourceOptions } from '../../../mock-datasource/index.ts'
import { type MockSession, metadataOf, withMock } from '../mock-session.ts'

const QUERY = "SELECT * FROM events WHERE message != 'it''s\n\"é😀'"
const HTTP: MockDataSourceOptions = { scheme: 'http', settings: { dataSet: { rows: 25, seed: 1 } } }

function withHttpMock(test: (session: MockSession) => Promise<void>) {
  return withMock(createConnector, HTTP, test)
}

describe.each(['http', 'https'] as const)('the synchronous connector over %s', (scheme) => {
  it('hands the query on as the search id, and runs it for results alone', async () => {
    await withMock(createConnector, { ...HTTP, scheme }, async ({ mock, connector }) => {
      expect(connector.is_async()).toBe(false)
      expect(await connector.query(QUERY)).toEqual({ success: true, search_id: QUERY })
      const done = { success: true, status: 'COMPLETED', progress: 100 }
      expect(await connector.status(QUERY)).toEqual(done)
      expect(await connector.delete(QUERY)).toEqual({ success: true })
      expect(mock.control.journal.entries()).toEqual([])

      expect(await connector.ping()).toEqual({ success: true })
      const data = await mock.control.rows(QUERY)
      expect(await connector.results(QUERY, 0, 100)).toEqual({ success: true, data })
      expect(mock.control.state().searches).toEqual([])
    })
  })
})

describe('results', () => {
  it('are the slice that was asked for, whatever the page size', async () => {
    const count = fc.integer({ min: 0, max: 30 })
    const shape = fc.record({ rows: count, maxPageSize: fc.integer({ min: 1, max: 12 }) })
    await withHttpMock(async ({ mock, connector }) => {
      await fc.assert(
        fc.asyncProperty(shape, count, count, async ({ rows, maxPageSize }, offset, length) => {
          mock.control.patchSettings({ maxPageSize, dataSet: { rows, seed: 7 } })
          const all = await mock.control.rows(QUERY)
          expect(await connector.results(QUERY, offset, `${length}`)).toMatchObject({
            success: true,
            data: all.slice(offset, offset + length),
          })
        }),
        { numRuns: 50 },
      )
    })
  })

  it('continue by metadata, which belongs to its query', async () => {
    await withHttpMock(async ({ mock, connector }) => {
      const all = await mock.control.rows(QUERY)
      const metadata = metadataOf(await connector.results(QUERY, 0, 7))
      const rest = await connector.results(QUERY, 99, 100, metadata)
      expect(rest).toEqual({ success: true, data: all.slice(7) })
      const other = await connector.results('SELECT * FROM events', 0, 7, metadata)
      expect(other).toMatchObject({ success: false, code: 'invalid_parameter' })
    })
  })

  it.each([
    ['code = 1010', 'service_unavailable'],
    ["code = 1005 AND on = 'results'", 'invalid_parameter'],
    ['code = 401', 'authentication_fail'],
    ["status = 'ERROR'", 'unknown'],
    ['code = 200', 'invalid_query'],
  ])('of a query on errors WHERE %s fail with %s', async (condition, code) => {
    await withHttpMock(async ({ connector }) => {
      const answer = await connector.results(`SELECT * FROM errors WHERE ${condition}`, 0, 1)
      expect(answer).toMatchObject({ success: false, code, error: expect.stringMatching(/./) })
    })
  })
})

it('an empty query, or an empty search id, is invalid_parameter', async () => {
  await withHttpMock(async ({ connector }) => {
    for (const answer of [
      await connector.query(''),
      await connector.status(''),
      await connector.results('', 0, 1),
      await connector.delete(''),
    ]) {
      expect(answer).toMatchObject({ success: false, code: 'invalid_parameter' })
    }
  })
})
