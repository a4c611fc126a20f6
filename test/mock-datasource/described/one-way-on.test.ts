import { describe, expect, it } from 'vitest'
import { asked, definitionOf, keysIn, pagedBy, served } from './support/night-watch.ts'

const key = (index: number) => `ref-${String(index).padStart(7, '0')}`
const keys = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => key(from + index))

const NEXT_URL = { style: 'next-url', cursor: 'after', limit: 'limit', most_rows: 5 }
const nextOf = (body: unknown) => (body as { next: string | null }).next

describe('a described data source that gives the URL of the next page', () => {
  it.each([
    ['whole', {}],
    ['without scheme and host', { relative: true }],
  ])('%s leads through all rows, with everything else of the request', async (_, options) => {
    const mock = await served(pagedBy({ ...NEXT_URL, ...options }, { next: '{{next}}' }))
    const seen: unknown[] = []
    let next: string | null = '/find?q=all&limit=4&note=a%2Fb'
    while (next !== null) {
      const { body } = await asked(mock, next)
      seen.push(...keysIn(body))
      const given = nextOf(body)
      if (given !== null)
        expect(given.startsWith('relative' in options ? '/find?' : mock.url)).toBe(true)
      next = given?.replace(mock.url, '') ?? null
      if (next !== null) expect(next).toContain('q=all&limit=4&note=a%2Fb&after=')
    }
    expect(seen).toEqual(keys(0, 10))
  })

  it('can lead to another origin, and to the page that it came from', async () => {
    const mock = await served(pagedBy({ ...NEXT_URL, relative: true }, { next: '{{next}}' }))
    const to = 'https://127.0.0.1:9443'
    const { id } = mock.control.addFault({ kind: 'page-anomaly', variant: 'next-elsewhere', to })
    const { body } = await asked(mock, '/find?q=all&limit=4')
    expect(nextOf(body)?.startsWith(`${to}/find?q=all&limit=4&after=`)).toBe(true)
    mock.control.removeFault(id)
    mock.control.addFault({ kind: 'page-anomaly', variant: 'repeated-token' })
    const again = nextOf((await asked(mock, '/find?q=all&limit=4')).body) ?? ''
    expect(keysIn((await asked(mock, again)).body)).toEqual(keys(0, 4))
  })

  it('reads back the cursor that leads on, and null at the end', async () => {
    const description = pagedBy(NEXT_URL, { next: '{{next}}' })
    const mock = await served(description)
    const reading = async (path: string) => {
      const { body } = await asked(mock, path)
      const request = { method: 'GET', path, headers: {} }
      const response = { status: 200, headers: {}, body: JSON.stringify(body) }
      return definitionOf(description).reads.page({ operation: 'query', request, response })
    }
    const { body } = await asked(mock, '/find?q=all&limit=4')
    const token = new URL(nextOf(body) ?? '').searchParams.get('after')
    expect(await reading('/find?q=all&limit=4')).toMatchObject({ next: token, limit: 4, rows: 4 })
    const halfway = nextOf((await asked(mock, '/find?q=all&limit=5')).body) ?? ''
    expect(await reading(halfway.replace(mock.url, ''))).toMatchObject({ next: null })
  })
})

describe('a described data source that takes a limit alone', () => {
  it('gives so many rows from the first on, and all without one', async () => {
    const description = pagedBy({ style: 'limit', limit: 'n' }, { of: '{{total}}' })
    const mock = await served(description)
    const { body } = await asked(mock, '/find?q=all&n=4')
    expect([keysIn(body), body]).toMatchObject([keys(0, 4), { of: 10 }])
    expect(keysIn((await asked(mock, '/find?q=all')).body)).toEqual(keys(0, 10))
    expect((await asked(mock, '/find?q=all&n=0')).status).toBe(400)
    const { paging } = definitionOf(description)
    expect(paging).toMatchObject({ style: 'limit', unbounded: true })
    expect(paging.anomalies).toEqual(['empty-page', 'wrong-total'])
  })
})
