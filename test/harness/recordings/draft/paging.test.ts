import { expect, it } from 'vitest'
import { pagingIn } from '../../../../harness/recordings/draft/paging.ts'
import { seenIn } from '../../../../harness/recordings/draft/seen.ts'

/** Requests for results, by path and answer. */
function results(...pages: readonly (readonly [string, object, [string, string]?])[]) {
  return pages.flatMap(([path, answer, header], place) => {
    const headers = header === undefined ? [] : [header]
    const response = { status: 200, headers, body: { text: JSON.stringify(answer) } }
    return seenIn({ n: place + 1, request: { method: 'GET', path, headers: [] }, response }) ?? []
  })
}

const ROWS = { rows: [{ id: 'a' }] }

it.each([
  [
    'offset-limit',
    results(['/r?from=0&size=5', ROWS], ['/r?from=5&size=5', ROWS], ['/r?from=10&size=5', ROWS]),
    { style: 'offset-limit', offset: 'from', limit: 'size' },
  ],
  [
    'page-number',
    results(
      ['/r?page=1&per_page=5', ROWS],
      ['/r?page=2&per_page=5', ROWS],
      ['/r?page=3&per_page=5', ROWS],
    ),
    { style: 'page-number', page: 'page', size: 'per_page', first: 1 },
  ],
  [
    'cursor',
    results(['/r?limit=5', { ...ROWS, next: 'abc=' }], ['/r?limit=5&cursor=abc%3D', ROWS]),
    { style: 'cursor', cursor: 'cursor', limit: 'limit' },
  ],
  [
    'link-header',
    results(['/r?limit=5', [{ id: 'a' }], ['Link', '<https://x/r?limit=5&after=1>; rel="next"']]),
    { style: 'link-header', cursor: 'after', limit: 'limit' },
  ],
  ['limit', results(['/r?limit=5', ROWS]), { style: 'limit', limit: 'limit' }],
  ['whole', results(['/r', ROWS]), { style: 'whole' }],
])('a recording shows pages by %s', (_style, seen, paging) => {
  expect(pagingIn(seen).paging).toEqual(paging)
})

it('an answer that leads on, and one that tells how many there are, are told by their places', () => {
  const seen = results(
    ['/r?limit=5', { ...ROWS, meta: { total: 9, next: 'abcd' } }],
    ['/r?limit=5&cursor=abcd', ROWS],
  )
  expect(pagingIn(seen).places).toEqual([
    [['meta', 'total'], '{{total}}'],
    [['meta', 'next'], '{{next}}'],
  ])
})
