import { expect, test } from 'vitest'
import { describedSource } from '../../../mock-datasource/descriptions.ts'
import { builtIn } from '../../../mock-datasource/index.ts'
import { asked, nightWatch, served } from './support/night-watch.ts'

const described = () =>
  nightWatch({
    query: {
      in: 'query-string',
      all: 'since=1&until=9',
      some: 'filter=level eq "{{n}}"&since=1',
      with: 'filter=note co "{{text}}"',
      escape: ['json', 'url'],
      refused: 'filter=eqq',
    },
    paging: { style: 'link-header', cursor: 'after', limit: 'limit' },
    operations: {
      ping: { method: 'GET', path: '/up', answer: { up: true } },
      query: { method: 'GET', path: '/find', answer: '{{rows}}' },
    },
  })

function canonical(text: string): string | undefined {
  const source = describedSource(described())
  if ('mistakes' in source) throw new Error(JSON.stringify(source.mistakes))
  return source.definition.query.canonical?.(text)
}

test.each([
  ['a blank, however it is written', 'q=a+b', 'q=a%20b', 'q=a b'],
  ['an order of parameters', 'a=1&b=2', 'b=2&a=1'],
  ['what a reader of URLs takes away', '\n q=a \r\n', 'q=a', 'q=a&'],
  ['a place in pages', 'q=a', 'q=a&limit=3', 'after=x%3D&q=a&limit=1'],
])('%s makes no other query', (_, ...texts) => {
  expect(new Set(texts.map(canonical)).size).toBe(1)
})

test.each([
  ['q=a', 'q=A'],
  ['q=%2B', 'q=+'],
  ['q=a&q=b', 'q=b&q=a'],
  ['q=a', 'q=a&r='],
])('%s and %s are two queries', (one, other) => {
  expect(canonical(one)).not.toBe(canonical(other))
})

test('a literal is escaped for the language first, and for the URL then', async () => {
  const okta = await builtIn('okta')?.load()
  expect(okta?.query.with?.('say "50%" & go')).toContain('co "say%20%5C%2250%25%5C%22%20%26%20go"&')
})

test('a request asks for the rows of its query string, whatever else says which page', async () => {
  const mock = await served(described())
  const { body } = await asked(mock, '/find?limit=100&until=9&since=1')
  expect(body).toHaveLength(10)
  const some = await mock.control.rows('filter=level eq "1"&since=1')
  expect((await asked(mock, '/find?filter=level+eq+%221%22&since=1')).body).toEqual(some)
  expect((await asked(mock, '/find?filter=eqq&limit=3')).status).toBe(400)
})
