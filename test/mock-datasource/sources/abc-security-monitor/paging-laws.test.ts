import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openMock, type TestMock } from '../../support/open-mock.ts'

/** Sizes around which pages begin and end, and some in between. */
const rows = fc.integer({ min: 0, max: 40 })
const size = fc.oneof(fc.integer({ min: 1, max: 45 }), fc.constant(1_000))
const queries = fc.constantFrom(
  'SELECT * FROM events',
  'SELECT id FROM events WHERE severity > 3',
  "SELECT id, time FROM events WHERE protocol != 'tcp' LIMIT 11",
)

interface Page {
  readonly data: unknown[]
  readonly offset: number
  readonly total: number
  readonly next_page_token: string | null
}

async function page(mock: TestMock, path: string): Promise<Page> {
  const { status, body } = await mock.api('get', path)
  expect(status).toBe(200)
  return body
}

test('following the tokens gives the whole result once, in order, for any limit and page size', async () => {
  const mock = await openMock()
  await fc.assert(
    fc.asyncProperty(rows, size, size, queries, async (count, limit, maxPageSize, query) => {
      mock.control.patchSettings({ maxPageSize, dataSet: { rows: count, seed: 7 } })
      const search = await mock.completed(query)
      const whole = await mock.control.rows(query)
      const seen: unknown[] = []
      let next: string | null = ''
      while (next !== null) {
        const read: Page = await page(mock, `${search}/results?limit=${limit}${next}`)
        expect(read.offset).toBe(seen.length)
        expect(read.total).toBe(whole.length)
        expect(read.data.length).toBeLessThanOrEqual(Math.min(limit, maxPageSize))
        seen.push(...read.data)
        const token: string | null = read.next_page_token
        expect(token !== null).toBe(seen.length < whole.length)
        next = token && `&page_token=${encodeURIComponent(token)}`
      }
      expect(seen).toEqual(whole)
    }),
    { numRuns: 60 },
  )
})

test('any window is that part of the result, and its token goes on exactly behind it', async () => {
  const mock = await openMock()
  await fc.assert(
    fc.asyncProperty(
      rows,
      rows,
      size,
      size,
      queries,
      async (count, offset, limit, after, query) => {
        mock.control.patchSettings({ dataSet: { rows: count, seed: 7 } })
        const search = await mock.completed(query)
        const whole = await mock.control.rows(query)
        const read = await page(mock, `${search}/results?offset=${offset}&limit=${limit}`)
        expect(read.data).toEqual(whole.slice(offset, offset + limit))
        if (read.next_page_token === null) {
          expect(offset + limit).toBeGreaterThanOrEqual(whole.length)
          return
        }
        const token = encodeURIComponent(read.next_page_token)
        const next = await page(mock, `${search}/results?page_token=${token}&limit=${after}`)
        const start = offset + limit
        expect(next).toMatchObject({ offset: start, data: whole.slice(start, start + after) })
      },
    ),
    { numRuns: 60 },
  )
})
