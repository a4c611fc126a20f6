import { describe, expect, it } from 'vitest'
import { asked, keysIn, nightWatch, pagedBy, served } from './support/night-watch.ts'

const key = (index: number) => `ref-${String(index).padStart(7, '0')}`
const keys = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => key(from + index))

describe('a described data source that pages', () => {
  it('by offset and limit gives that window, and no more than the API does', async () => {
    const mock = await served(
      pagedBy(
        { style: 'offset-limit', offset: 'start', limit: 'count', most_rows: 4 },
        { start: '{{offset}}', of: '{{total}}' },
      ),
    )
    const { body } = await asked(mock, '/find?q=all&start=7&count=2')
    expect([keysIn(body), body]).toMatchObject([keys(7, 9), { start: 7, of: 10 }])
    expect(keysIn((await asked(mock, '/find?q=all&count=9')).body)).toEqual(keys(0, 4))
    expect(keysIn((await asked(mock, '/find?q=all&start=10&count=9')).body)).toEqual([])
  })

  it('by offset and limit has a limit of its own, and one that means all', async () => {
    const mock = await served(
      pagedBy(
        {
          ...{ style: 'offset-limit', offset: 'start', limit: 'count', most_rows: 6 },
          ...{ limit_default: 2, limit_all: 0 },
        },
        {},
      ),
    )
    const page = async (parameters: string) =>
      keysIn((await asked(mock, `/find?q=all${parameters}`)).body)
    expect(await page('')).toEqual(keys(0, 2))
    expect(await page('&start=1&count=0')).toEqual(keys(1, 7))
  })

  it.each(['start=-1', 'start=1.5', 'start=a', 'count=0', 'start=1&start=2'])(
    'by offset and limit refuses %s',
    async (parameters) => {
      const mock = await served(
        pagedBy({ style: 'offset-limit', offset: 'start', limit: 'count' }, {}),
      )
      const { status, body } = await asked(mock, `/find?q=all&${parameters}`)
      expect([status, body]).toMatchObject([400, { error: { name: 'BAD' } }])
    },
  )

  it('by range header tells in Content-Range which rows came', async () => {
    const mock = await served(pagedBy({ style: 'range-header', unit: 'items' }, {}))
    const page = (range: string) => asked(mock, '/find?q=all', { headers: { range } })
    const some = await page('items=8-20')
    expect(keysIn(some.body)).toEqual(keys(8, 10))
    expect(some.headers.get('content-range')).toBe('items 8-9/10')
    expect((await page('items=10-12')).headers.get('content-range')).toBe('items */10')
    expect((await page('items=0--1')).status).toBe(400)
    expect((await page('rows=0-1')).status).toBe(400)
    const whole = await asked(mock, '/find?q=all')
    expect([keysIn(whole.body), whole.headers.get('content-range')]).toEqual([keys(0, 10), null])
  })

  it('by page number counts pages of the size that they have in the end', async () => {
    const mock = await served(
      pagedBy(
        { style: 'page-number', page: 'page', size: 'per_page', first: 1, most_rows: 4 },
        { page: '{{page}}', per_page: '{{size}}', pages: '{{pages}}' },
      ),
    )
    const { body } = await asked(mock, '/find?q=all&page=2&per_page=50')
    expect([keysIn(body), body]).toMatchObject([keys(4, 8), { page: 2, per_page: 4, pages: 3 }])
    expect((await asked(mock, '/find?q=all&page=0')).status).toBe(400)
  })

  it('by cursor gives all rows to who follows it, and none to a cursor of another query', async () => {
    const mock = await served(
      pagedBy({ style: 'cursor', cursor: 'after', limit: 'limit' }, { after: '{{next}}' }),
    )
    const seen: unknown[] = []
    let after: string | null = ''
    let first = ''
    while (after !== null) {
      const from: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const { body } = await asked(mock, `/find?q=all&limit=4${from}`)
      seen.push(...keysIn(body))
      after = (body as { after: string | null }).after
      first ||= after ?? ''
    }
    expect(seen).toEqual(keys(0, 10))
    const other = `/find?q=level+1&limit=4&after=${encodeURIComponent(first)}`
    expect((await asked(mock, other)).status).toBe(400)
  })

  describe('by link header', () => {
    const paging = { style: 'link-header', cursor: 'after', limit: 'limit', least: 0 }
    const linksOf = ({ headers }: { readonly headers: Headers }) =>
      Object.fromEntries(
        [...(headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="(\w+)"/g)].map(
          ([, url = '', relation = '']) => [relation, url],
        ),
      )

    it('leads on to who follows the link, which keeps all else of the request', async () => {
      const mock = await served(pagedBy(paging, {}))
      const first = await asked(mock, '/find?q=all&limit=4&more=a%20b')
      const { self, next = '' } = linksOf(first)
      expect(self).toBe(`${mock.url}/find?q=all&limit=4&more=a%20b`)
      expect(next).toMatch(/\/find\?q=all&limit=4&more=a%20b&after=%2B%2F%2B%2F[\w%]+%3D%3D$/)
      const second = await asked(mock, next.slice(mock.url.length))
      const third = await asked(mock, linksOf(second)['next']?.slice(mock.url.length) ?? '')
      expect([first, second, third].flatMap(({ body }) => keysIn(body))).toEqual(keys(0, 10))
      expect(linksOf(third)).not.toHaveProperty('next')
      const unencoded = decodeURIComponent(next.slice(mock.url.length))
      expect((await asked(mock, unencoded)).status).toBe(400)
    })

    it('gives no row where none is asked for, if the API takes that', async () => {
      const mock = await served(pagedBy(paging, {}))
      const { body } = await asked(mock, '/find?q=all&limit=0')
      expect(keysIn(body)).toEqual([])
      const strict = await served(pagedBy({ ...paging, least: 1 }, {}))
      expect((await asked(strict, '/find?q=all&limit=0')).status).toBe(400)
    })

    it('can lead to another origin', async () => {
      const mock = await served(pagedBy(paging, {}))
      const to = 'https://127.0.0.1:9443'
      mock.control.addFault({ kind: 'page-anomaly', variant: 'next-elsewhere', to })
      const { next } = linksOf(await asked(mock, '/find?q=all&limit=4'))
      expect(next?.startsWith(`${to}/find?q=all&limit=4&after=`)).toBe(true)
    })
  })

  it.each([
    [{ variant: 'next-elsewhere' as const, to: 'https://a' }, "cannot show 'next-elsewhere'"],
    [
      { variant: 'repeated-token' as const, to: 'https://a' },
      "to goes with variant 'next-elsewhere'",
    ],
    [{ variant: 'next-elsewhere' as const, to: 'https://a/b' }, 'to: must be an origin'],
  ])('by cursor is given no fault %j', async (fault, why) => {
    const style = { style: 'cursor', cursor: 'after', limit: 'limit' }
    const mock = await served(pagedBy(style, { after: '{{next}}' }))
    expect(() => mock.control.addFault({ kind: 'page-anomaly', ...fault })).toThrow(why)
  })

  it('by cursor has a limit of its own and a greatest one, and may tell cursors that need no encoding', async () => {
    const limits = { limit_default: 3, most: 5, cursors: 'base64-of-text' }
    const mock = await served(
      pagedBy(
        { style: 'cursor', cursor: 'after', limit: 'limit', ...limits },
        { after: '{{next}}' },
      ),
    )
    const { body } = await asked(mock, '/find?q=all')
    const { after } = body as { after: string }
    expect([keysIn(body), after]).toEqual([keys(0, 3), expect.stringMatching(/^[A-Za-z0-9]+=*$/)])
    const next = await asked(mock, `/find?q=all&limit=5&after=${after}`)
    expect(keysIn(next.body)).toEqual(keys(3, 8))
    const spoilt = `${after.slice(0, -4)}AAAA`
    for (const wrong of ['limit=6', `after=${spoilt}`, 'after=x']) {
      expect((await asked(mock, `/find?q=all&${wrong}`)).status).toBe(400)
    }
  })

  it('not at all gives every row', async () => {
    const mock = await served(nightWatch())
    const { body } = await asked(mock, '/find?q=all')
    expect(keysIn((body as { found: unknown }).found)).toEqual(keys(0, 10))
  })

  it('gives wrong pages where their answers give that away', async () => {
    const mock = await served(
      pagedBy(
        { style: 'cursor', cursor: 'after', limit: 'limit' },
        { after: '{{next}}', of: '{{total}}' },
      ),
    )
    const wrong = async (variant: 'repeated-token' | 'empty-page' | 'wrong-total') => {
      const { id } = mock.control.addFault({ kind: 'page-anomaly', variant })
      const { body } = await asked(mock, '/find?q=all&limit=4')
      mock.control.removeFault(id)
      return { ...(body as { of: number; after: string | null }), rows: keysIn(body).length }
    }
    expect(await wrong('empty-page')).toMatchObject({ rows: 0, of: 10, after: expect.any(String) })
    expect(await wrong('repeated-token')).toMatchObject({ rows: 4, of: 10 })
    expect(await wrong('wrong-total')).toMatchObject({ rows: 4, of: 11 })
    expect(() => mock.control.addFault({ kind: 'page-anomaly', variant: 'repeated-page' })).toThrow(
      "Night Watch cannot show 'repeated-page'",
    )
  })
})
