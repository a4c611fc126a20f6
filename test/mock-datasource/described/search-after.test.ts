import { describe, expect, it } from 'vitest'
import type { MockDataSource } from '../../../mock-datasource/index.ts'
import { asked, definitionOf, nightWatch, served } from './support/night-watch.ts'

interface Hit {
  readonly id: string
  readonly row: { readonly ref: string; readonly at: string }
  readonly order?: readonly unknown[]
}

const described = () =>
  nightWatch({
    row: {
      key: 'ref',
      time: 'at',
      fields: ['ref', 'at', 'note'],
      as: { id: '{{key}}', row: '{{row}}', order: '{{sort}}' },
    },
    query: { in: 'json', at: 'q', all: 'all', some: 'level {{n}}' },
    operations: {
      ping: { method: 'GET', path: '/up', answer: { up: true } },
      query: { method: 'GET', path: '/find', answer: { hits: '{{rows}}' } },
    },
    beside: {
      limits: { method: 'GET', path: '/limits', answer: { most: '{{most_rows}}' } },
    },
    paging: {
      ...{ style: 'search-after', sort: 'sort', after: 'after', limit: 'size', from: 'from' },
      most_rows: 6,
    },
  })

const BOTH = [{ at: 'asc' }, { ref: { order: 'asc' } }]

async function found(mock: MockDataSource, body: Record<string, unknown>) {
  const answer = await asked(mock, '/find', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ q: 'all', ...body }),
  })
  return { ...answer, hits: (answer.body as { readonly hits?: readonly Hit[] }).hits ?? [] }
}

/** The same over POST, since fetch sends no body with GET. */
function byPost() {
  const description = described()
  const { query } = description['operations'] as Record<string, object>
  const operations = {
    ...(description['operations'] as object),
    query: { ...query, method: 'POST' },
  }
  return { ...description, operations }
}

const refsIn = (hits: readonly Hit[]) => hits.map(({ row }) => row.ref)

describe('a described data source that searches after values', () => {
  it('gives every row once to who orders by what tells rows apart', async () => {
    const mock = await served(byPost())
    const all = (await mock.control.rows('all')).map((row) => row['ref'])
    const seen: string[] = []
    let after: readonly unknown[] | undefined
    do {
      const { hits } = await found(mock, { sort: BOTH, size: 3, ...(after && { after }) })
      seen.push(...refsIn(hits))
      after = hits.at(-1)?.order
    } while (after !== undefined)
    expect(seen).toEqual(all)
  })

  it('passes over rows that share a value with the last of the page before', async () => {
    const mock = await served(byPost())
    const first = await found(mock, { sort: ['at'], size: 1 })
    const at = Date.parse(first.hits[0]?.row.at ?? '')
    expect(first.hits[0]?.order).toEqual([at])
    const second = await found(mock, { sort: ['at'], size: 1, after: [at] })
    expect(refsIn(second.hits)).not.toEqual(refsIn((await found(mock, { from: 1, size: 1 })).hits))
  })

  it('tells no order where none is asked for', async () => {
    const { hits } = await found(await served(byPost()), { size: 1 })
    expect(hits).toEqual([{ id: hits[0]?.row.ref, row: expect.any(Object) }])
  })

  it.each([
    ['more rows than it gives at once', { size: 7 }],
    ['rows behind those that it gives', { size: 3, from: 4 }],
    ['values without an order', { size: 1, after: [1] }],
    ['fewer values than fields', { size: 1, sort: BOTH, after: [1] }],
    ['values that are none', { size: 1, sort: ['at'], after: [{}] }],
    ['another order', { size: 1, sort: ['ref'] }],
    ['an order that descends', { size: 1, sort: [{ at: 'desc' }] }],
    ['rows to pass over behind values', { size: 1, sort: ['at'], after: [1], from: 2 }],
  ])('refuses %s', async (_, body) => {
    expect((await found(await served(byPost()), body)).status).toBe(400)
  })

  it('refuses values that nest deeper than it could write, and reads them all the same', async () => {
    const body = `{"q":"all","size":1,"sort":["at"],"after":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`
    const headers = { 'content-type': 'application/json' }
    const refused = await asked(await served(byPost()), '/find', { method: 'POST', headers, body })
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { error: { text: expect.stringContaining('[after] cannot hold what nests too deep') } },
    ])
    const { reads } = definitionOf(byPost())
    const request = { method: 'POST', path: '/find', headers, body }
    expect(reads.page({ operation: 'query', request })).toMatchObject({ limit: 1 })
  })
})

describe('an operation beside those of methods', () => {
  it('tells how many rows a page can have as things are', async () => {
    const mock = await served(described())
    expect((await asked(mock, '/limits')).body).toEqual({ most: 6 })
    mock.control.patchSettings({ maxPageSize: 2 })
    expect((await asked(mock, '/limits')).body).toEqual({ most: 2 })
  })

  it('is struck by a fault that names it alone', async () => {
    const mock = await served(described())
    const { id } = mock.control.addFault({ kind: 'http-status', status: 502 })
    expect((await asked(mock, '/limits')).status).toBe(200)
    mock.control.removeFault(id)
    mock.control.addFault({ kind: 'http-status', status: 503, operation: 'limits' })
    expect((await asked(mock, '/limits')).status).toBe(503)
  })

  it('needs credentials', async () => {
    const mock = await served(described())
    const headers = { authorization: 'NW wrong' }
    expect((await asked(mock, '/limits', { headers })).status).toBe(401)
  })
})
