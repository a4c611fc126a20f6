import type { Explainer, Fit } from './explainer.ts'
import type { PageExchange } from './page-exchange.ts'

/** A way in which pages are known to be asked for wrongly, whatever rows came of it. */
export interface PagingRule extends Explainer {
  readonly name: string
  /** Pages, as they were asked for and answered, that show it. */
  readonly example: readonly Partial<PageExchange>[]
}

/** Wrong requests for pages, in the order in which they are told. */
export const PAGING_RULES: readonly PagingRule[] = [
  {
    // A `+` that is not encoded reaches the data source as a space.
    name: 'token-not-encoded',
    sentence: 'the page token was put into the URL without being percent-encoded',
    judge({ pages }) {
      const issued = pages.map(({ nextToken }) => nextToken)
      const spoilt = pages.some(
        ({ token, tokenAsSent }) => issued.includes(tokenAsSent) && token !== tokenAsSent,
      )
      return spoilt ? 'shows' : 'agrees'
    },
    example: [{ nextToken: 'a+b' }, { token: 'a b', tokenAsSent: 'a+b' }],
  },
  {
    // The token is kept from the first page on, so that the second page comes back for ever.
    name: 'first-token-again',
    sentence:
      "a later page was asked for with the first page's token again, not with the last one's",
    judge({ pages }) {
      const first = pages[0]?.nextToken
      return atWorst(
        pages.slice(2).map(({ token }, index) => {
          const last = pages[index + 1]?.nextToken
          if (typeof first !== 'string' || last === undefined || first === last) return 'agrees'
          if (token === first) return 'shows'
          // Behind the last page there is no token that would be right.
          return last === null ? 'agrees' : 'contradicts'
        }),
      )
    },
    example: [{ nextToken: 'a' }, { token: 'a', nextToken: 'b' }, { token: 'a', nextToken: 'b' }],
  },
  {
    name: 'token-ignored',
    sentence: 'the page token was ignored: the next request asked for the same offset again',
    judge: ({ pages }) =>
      atWorst(
        pages.slice(1).map(({ token, offset }, index) => {
          const before = pages[index]
          if (typeof before?.nextToken !== 'string') return 'agrees'
          return token === undefined && offset === before.offset ? 'shows' : 'contradicts'
        }),
      ),
    example: [
      { offset: 0, nextToken: 'a' },
      { offset: 0, nextToken: 'a' },
    ],
  },
  {
    // The API takes one or the other, and refuses both with 1005.
    name: 'offset-and-token',
    sentence: 'offset and page_token were both sent, of which the API takes one',
    judge({ pages }) {
      const withToken = pages.filter(({ token }) => token !== undefined)
      if (withToken.length === 0) return 'agrees'
      return withToken.every(({ offset }) => offset !== undefined) ? 'shows' : 'contradicts'
    },
    example: [
      { offset: 0, nextToken: 'a' },
      { offset: 0, token: 'a' },
    ],
  },
]

/** One page that contradicts is enough; then one that shows. */
function atWorst(fits: readonly Fit[]): Fit {
  if (fits.includes('contradicts')) return 'contradicts'
  return fits.includes('shows') ? 'shows' : 'agrees'
}
