import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import { type Carrier, queryStringOf } from '../carried.ts'
import { cursor } from './cursor.ts'
import type { PagingStyle } from './paging-style.ts'

type Options = Extract<DescribedPaging, { style: 'link-header' }>

/**
 * Each answer has a header `Link` with the URL of the page after it, the request's own with another cursor; the
 * last page has none. A second header of that name has the URL of the page itself.
 */
export function linkHeader({ cursor: name, limit, least }: Options): PagingStyle {
  const byCursor = cursor({ style: 'cursor', in: 'query', cursor: name, limit, least })
  return {
    ...byCursor,
    placeholders: [],
    needed: [],
    tellsNext: true,
    facts: { style: 'next-url', words: { token: name, limit, next: 'Link' }, next: 'a link' },
    values: () => ({}),
    headers({ next }, carrier, tokens) {
      const self = linkTo(carrier.url, carrier, 'self')
      if (next === null) return { link: self }
      return {
        link: [self, linkTo(withCursor(carrier, name, tokens.issue(next)), carrier, 'next')],
      }
    },
    nextIn({ link = '' }) {
      const [, url] = /<([^>]*)>\s*;\s*rel="next"/.exec(link) ?? []
      return url === undefined ? null : new URL(url, 'https://unknown').searchParams.get(name)
    },
  }
}

function linkTo(url: string, { origin = '' }: Carrier, relation: string): string {
  return `<${origin}${url}>; rel="${relation}"`
}

/** The request's own URL, everything as it was sent but the cursor. */
function withCursor(carrier: Carrier, name: string, token: string): string {
  const [path = ''] = carrier.url.split('?')
  const others = queryStringOf(carrier)
    .split('&')
    .filter((piece) => piece !== '' && piece.split('=')[0] !== name)
  return `${path}?${[...others, `${name}=${encodeURIComponent(token)}`].join('&')}`
}
