import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import { cursor } from './cursor.ts'
import type { PagingStyle } from './paging-style.ts'
import { cursorIn, withCursor } from './with-cursor.ts'

type Options = Extract<DescribedPaging, { style: 'next-url' }>

/** Each answer holds the URL of the page after it, the request's own with another cursor. */
export function nextUrl({ cursor: name, limit, least, relative }: Options): PagingStyle {
  const byCursor = cursor({ style: 'cursor', in: 'query', cursor: name, limit, least })
  return {
    ...byCursor,
    facts: { style: 'next-url', words: { token: name, limit, next: 'next' }, next: 'a URL' },
    values({ next }, tokens, carrier) {
      if (next === null) return { next: null }
      const own = withCursor(carrier, name, tokens.issue(next))
      return { next: relative && !carrier.isElsewhere ? own : `${carrier.origin ?? ''}${own}` }
    },
    tokenIn: (url) => cursorIn(url, name),
  }
}
