import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { Carrier } from '../carried.ts'
import { cursor } from './cursor.ts'
import type { PagingStyle } from './paging-style.ts'
import { cursorIn, withCursor } from './with-cursor.ts'

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
      const url = urlOfNext(link)
      return url === undefined ? null : cursorIn(url, name)
    },
  }
}

/** The URL of the link that leads on. Taken apart and not sought by one pattern, which a URL with many `<` would hold up. */
function urlOfNext(link: string): string | undefined {
  const pieces = link.split('>')
  const at = pieces.findIndex((_, place) => /^\s*;\s*rel="next"/.test(pieces[place + 1] ?? ''))
  const [, ...url] = pieces[at]?.split('<') ?? []
  return url.length === 0 ? undefined : url.join('<')
}

function linkTo(url: string, { origin = '' }: Carrier, relation: string): string {
  return `<${origin}${url}>; rel="${relation}"`
}
