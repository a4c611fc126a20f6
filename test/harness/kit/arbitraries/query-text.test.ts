import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryFor, queryText } from '../../../../harness/kit/arbitraries/query-text.ts'
import { type MockDataSource, startMockDataSource } from '../../../../mock-datasource/index.ts'
import { abcSource } from '../../../support/abc-source.ts'

let mock: MockDataSource
beforeAll(async () => {
  mock = await startMockDataSource({ scheme: 'http', settings: { dataSet: { rows: 1, seed: 1 } } })
})
afterAll(() => mock.close())

describe('a query that is hard to carry', () => {
  it('holds its text as a string of the query language', () => {
    expect(queryFor(abcSource, "it's")).toBe("SELECT * FROM events WHERE message = 'it''s'")
  })

  it('is one that the data source takes and that a program can be given', async () => {
    await fc.assert(
      fc.asyncProperty(queryText(abcSource), async ({ query }) => {
        expect(query).not.toContain('\0')
        await expect(mock.control.rows(query)).resolves.toBeInstanceOf(Array)
      }),
    )
  })
})
