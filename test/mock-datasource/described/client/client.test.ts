import { describe, expect, it } from 'vitest'
import { describedSource } from '../../../../mock-datasource/descriptions.ts'
import type { PagePlace } from '../../../../mock-datasource/index.ts'
import { nightWatch, pagedBy } from '../support/night-watch.ts'

const values = { credentials: { token: 't o', username: 'ann', password: 'pä' }, query: 'a&b' }
const FIRST: PagePlace = { offset: 0, pages: 0, limit: 3 }

function clientOf(description: unknown) {
  const source = describedSource(description)
  if ('mistakes' in source) throw new Error(JSON.stringify(source.mistakes))
  const { client } = source.definition
  return client ?? expect.unreachable()
}

describe('what a client of a described API sends', () => {
  it('carries the credentials as the scheme has it', () => {
    const { headers } = clientOf(nightWatch()).request('ping', values)
    expect(headers['authorization']).toBe('NW t o')
    const basic = { credentials: { u: '{{username}}', p: '{{password}}' } }
    const client = clientOf(nightWatch({ ...basic, authentication: { scheme: 'basic' } }))
    const encoded = Buffer.from('ann:pä').toString('base64')
    expect(client.request('ping', values).headers['authorization']).toBe(`Basic ${encoded}`)
  })

  it('logs in with the credentials, and shows the key from then on', () => {
    const client = clientOf(
      nightWatch({
        authentication: {
          ...{ scheme: 'log-in', path: '/in', in: 'json', send: { 'a.key': '{{token}}' } },
          ...{ answer: { k: '{{session_key}}' }, header: 'X-Key', value: 'k={{session_key}}' },
        },
      }),
    )
    expect(client.logIn).toBe('log_in')
    expect(client.request('log_in', values)).toMatchObject({
      ...{ method: 'POST', path: '/in', body: '{"a":{"key":"t o"}}' },
    })
    const read = client.read(
      'log_in',
      { status: 200, headers: {}, body: '{"k":"7"}' },
      'session_key',
    )
    expect(read).toBe('7')
    const { headers } = client.request('ping', { ...values, sessionKey: '7' })
    expect(headers['x-key']).toBe('k=7')
  })

  it('carries the query where the API takes it', () => {
    const query = (where: string) => ({
      query: { in: where, at: 'q.text', all: 'all', some: 'level {{n}}', refused: '???' },
    })
    const asked = (where: string) => clientOf(nightWatch(query(where))).request('query', values)
    expect(asked('query').path).toBe('/find?q.text=a%26b')
    expect(asked('form').body).toBe('q.text=a%26b')
    expect(asked('json').body).toBe('{"q":{"text":"a&b"}}')
    expect(asked('body').body).toBe('a&b')
  })

  it.each([
    [{ style: 'offset-limit', offset: 'from', limit: 'n' }, {}, 'from=6&n=3', undefined],
    [{ style: 'page-number', page: 'p', size: 'n', first: 0 }, {}, 'p=2&n=3', undefined],
    [{ style: 'cursor', cursor: 'c', limit: 'n' }, { next: '{{next}}' }, 'n=3&c=%2Fx', undefined],
    [{ style: 'range-header', unit: 'items' }, {}, undefined, 'items=6-8'],
  ])('asks for a page: %o', (paging, answer, query, range) => {
    const client = clientOf(pagedBy(paging, answer))
    const place = { ...FIRST, offset: 6, pages: 2, next: '/x' }
    const { path, headers } = client.request('query', { ...values, query: 'all' }, place)
    expect(path).toBe(query === undefined ? '/find?q=all' : `/find?q=all&${query}`)
    expect(headers['range']).toBe(range)
  })
})
