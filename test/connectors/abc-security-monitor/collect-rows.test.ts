import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectRows, type Window } from '../../../connectors/abc-security-monitor/collect-rows.ts'
import type { Page } from '../../../connectors/abc-security-monitor/page.ts'
import { type FakePages, fakePages } from './fake-pages.ts'

const SEARCH = 'search-1'

function collect(pages: FakePages, window: Window, search = SEARCH) {
  return collectRows(pages.fetchPage, search, window)
}

const source = () =>
  fc.record({ total: fc.integer({ min: 0, max: 40 }), pageSize: fc.integer({ min: 1, max: 12 }) })
const count = () => fc.integer({ min: 0, max: 50 })

describe('a window of a result', () => {
  it('is that slice, in no more requests than its pages and two', async () => {
    await fc.assert(
      fc.asyncProperty(source(), count(), count(), async (shape, offset, length) => {
        const pages = fakePages(shape)
        const { data } = await collect(pages, { offset, length })
        expect(data).toEqual(pages.rows.slice(offset, offset + length))
        expect(pages.requests()).toBeLessThanOrEqual(Math.ceil(length / shape.pageSize) + 2)
      }),
    )
  })

  it('continues by metadata to the whole result, whatever offset says and lengths are', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(source(), lengths, count(), async (shape, parts, offset) => {
        const pages = fakePages(shape)
        let answer: Awaited<ReturnType<typeof collect>> = { data: [] }
        const rows = []
        for (const [index, length] of [...parts, 100].entries()) {
          if (index > 0 && answer.metadata === undefined) break
          const metadata = throughJson(answer.metadata)
          answer = await collect(pages, { offset: index === 0 ? 0 : offset, length, metadata })
          expect(answer.data.length).toBeLessThanOrEqual(length)
          rows.push(...answer.data)
        }
        expect(answer.metadata).toBeUndefined()
        expect(rows).toEqual(pages.rows)
      }),
    )
  })

  it('ends at the result limit, over all calls of a search', async () => {
    await fc.assert(
      fc.asyncProperty(
        source(),
        count(),
        count(),
        count(),
        async (shape, offset, length, limit) => {
          const pages = fakePages(shape)
          const resultLimit = limit + 1
          const first = await collect(pages, { offset, length, resultLimit })
          const rest =
            first.metadata === undefined
              ? { data: [] }
              : await collect(pages, { offset, length: 99, metadata: first.metadata, resultLimit })
          const allowed = pages.rows.slice(0, resultLimit)
          expect(first.data).toEqual(allowed.slice(offset, offset + length))
          expect(rest.data).toEqual(first.metadata ? allowed.slice(offset + first.data.length) : [])
        },
      ),
    )
  })

  it.each([
    ['offset', { offset: -1, length: 1 }],
    ['offset', { offset: 'one', length: 1 }],
    ['offset', { offset: undefined, length: 1 }],
    ['length', { offset: 0, length: 1.5 }],
    ['length', { offset: '0', length: '+1' }],
    ['length', { offset: '0', length: '' }],
    ['length', { offset: 0, length: Number.NaN }],
    ['length', { offset: 0, length: true }],
  ])('refuses a bad %s: %j', async (name, window) => {
    await expect(collect(fakePages({ total: 3, pageSize: 3 }), window)).rejects.toMatchObject({
      code: 'invalid_parameter',
      message: expect.stringContaining(name),
    })
  })

  it('may be given by digits, and reach beyond any result', async () => {
    const pages = fakePages({ total: 3, pageSize: 2 })
    const all = await collect(pages, { offset: '00', length: '9'.repeat(400) })
    expect(all.data).toEqual(pages.rows)
    const none = await collect(pages, { offset: '9'.repeat(400), length: 1e300 })
    expect(none).toEqual({ data: [] })
  })
})

describe('metadata', () => {
  async function metadata(): Promise<Record<string, unknown>> {
    const answer = await collect(fakePages({ total: 10, pageSize: 3 }), { offset: 0, length: 4 })
    return { ...answer.metadata }
  }

  it('tells the rows so far and the data source token, as the guide shows', async () => {
    expect(await metadata()).toMatchObject({ result_count: 4, next_page_token: 't+/4=' })
  })

  it.each([
    ['a changed count', { result_count: 5 }],
    ['a changed token', { next_page_token: 't+/5=' }],
    ['a token that is gone', { next_page_token: null }],
    ['a changed total', { total: 11 }],
    ['a changed fingerprint', { fingerprint: '0' }],
    ['a member too many', { more: 1 }],
    ['a count of another type', { result_count: '4' }],
    ['a missing member', { total: undefined }],
  ])('is refused with %s', async (_what, change) => {
    const damaged = throughJson({ ...(await metadata()), ...change })
    await expectRefused(damaged)
  })

  it.each([{}, [], '', 'text', 0, true])('is refused where it is %j', async (metadata) => {
    await expectRefused(metadata)
  })

  it('is refused where another search gave it', async () => {
    await expectRefused(await metadata(), 'search-2')
  })

  async function expectRefused(damaged: unknown, search = SEARCH) {
    const pages = fakePages({ total: 10, pageSize: 3 })
    const answer = collect(pages, { offset: 0, length: 4, metadata: damaged }, search)
    await expect(answer).rejects.toMatchObject({ code: 'invalid_parameter' })
    expect(pages.requests()).toBe(0)
  }
})

describe('a data source that errs', () => {
  const errors: Record<string, (page: Page, request: number) => Page> = {
    'repeats the first page': (page) => ({ ...page, offset: 0, data: rowsFrom(0, page) }),
    'repeats rows under the right offset': (page) => ({ ...page, data: rowsFrom(0, page) }),
    'repeats a page token for ever': (page) => ({ ...page, next_page_token: 't+/3=' }),
    'gives a token behind the last page': (page) => ({ ...page, next_page_token: 't+/99=' }),
    'gives empty pages with tokens': (page) => ({ ...page, data: [] }),
    'gives empty pages and ends early': (page) => ({ ...page, data: [], next_page_token: null }),
    'ends before its total': (page, request) =>
      request === 2 ? { ...page, next_page_token: null } : page,
    'drops the last row of a page': (page) => ({ ...page, data: page.data.slice(0, -1) }),
    'drops the first row of a page': (page) => ({
      ...page,
      offset: page.offset + 1,
      data: page.data.slice(1),
    }),
    'gives more rows than asked for': (page) => ({ ...page, data: [...page.data, ...page.data] }),
    'changes its total': (page, request) => ({ ...page, total: page.total + request }),
  }

  it.each(Object.keys(errors))('and %s gives a failure and not other rows', async (name) => {
    const pages = fakePages({ total: 10, pageSize: 3, ...withError(errors[name]) })
    const answer = collect(pages, { offset: 0, length: 10 })
    await expect(answer).rejects.toMatchObject({
      code: 'unknown',
      message: expect.stringContaining('contradicts itself'),
    })
    expect(pages.requests()).toBeLessThanOrEqual(20)
  })

  it('with an error on a later page fails the whole call', async () => {
    const pages = fakePages({
      total: 10,
      pageSize: 3,
      err: (page, request) => {
        if (request === 2) throw new Error('the second page is broken')
        return page
      },
    })
    await expect(collect(pages, { offset: 0, length: 10 })).rejects.toThrow('second page')
  })

  it('gives the exact rows for short pages that it continues rightly', async () => {
    const pages = fakePages({
      total: 10,
      pageSize: 3,
      err: (page) => {
        const data = page.data.slice(0, 1)
        const end = page.offset + data.length
        return { ...page, data, next_page_token: end < 10 ? `t+/${end}=` : null }
      },
    })
    expect(await collect(pages, { offset: 2, length: 5 })).toMatchObject({
      data: pages.rows.slice(2, 7),
    })
  })
})

function withError(err: ((page: Page, request: number) => Page) | undefined) {
  return err === undefined ? {} : { err }
}

function rowsFrom(offset: number, page: Page) {
  return page.data.map((_, index) => ({ id: `row-${offset + index}`, index: offset + index }))
}

function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
