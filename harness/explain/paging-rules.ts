import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { PageRead } from '../../contracts/data-source/reads.ts'
import type { Explainer, Fit } from './explainer.ts'

/** A way in which pages are known to be asked for wrongly, whatever rows came of it. */
export interface PagingRule extends Explainer {
  readonly name: string
  /** Pages, as they were asked for and answered, that show it. */
  readonly example: readonly PageRead[]
}

/** Wrong requests for pages of this data source, in the order in which they are told. */
export function pagingRules({ paging }: Pick<DataSource, 'paging'>): readonly PagingRule[] {
  const { place, token } = paging.words
  return [
    ...(token === undefined ? [] : TOKEN_RULES),
    ...(paging.exclusive && place !== undefined && token !== undefined
      ? [placeAndToken(place, token)]
      : []),
  ]
}

/** What can go wrong where a token leads to the next page. */
const TOKEN_RULES: readonly PagingRule[] = [
  {
    // A `+` that is not encoded reaches the data source as a space.
    name: 'token-not-encoded',
    sentence: 'the page token was put into the URL without being percent-encoded',
    judge({ pages }) {
      const issued = pages.map(({ next }) => next)
      const spoilt = pages.some(
        ({ token, tokenAsSent }) => issued.includes(tokenAsSent) && token !== tokenAsSent,
      )
      return spoilt ? 'shows' : 'agrees'
    },
    example: [{ next: 'a+b' }, { token: 'a b', tokenAsSent: 'a+b' }],
  },
  {
    // The token is kept from the first page on, so that the second page comes back for ever.
    name: 'first-token-again',
    sentence:
      "a later page was asked for with the first page's token again, not with the last one's",
    judge({ pages }) {
      const first = pages[0]?.next
      return atWorst(
        pages.slice(2).map(({ token }, index) => {
          const last = pages[index + 1]?.next
          if (typeof first !== 'string' || last === undefined || first === last) return 'agrees'
          if (token === first) return 'shows'
          // Behind the last page there is no token that would be right.
          return last === null ? 'agrees' : 'contradicts'
        }),
      )
    },
    example: [{ next: 'a' }, { token: 'a', next: 'b' }, { token: 'a', next: 'b' }],
  },
  {
    name: 'token-ignored',
    sentence: 'the page token was ignored: the next request asked for the same offset again',
    judge: ({ pages }) =>
      atWorst(
        pages.slice(1).map(({ token, place }, index) => {
          const before = pages[index]
          if (typeof before?.next !== 'string') return 'agrees'
          return token === undefined && place === before.place ? 'shows' : 'contradicts'
        }),
      ),
    example: [
      { place: 0, next: 'a' },
      { place: 0, next: 'a' },
    ],
  },
]

/** The API takes one or the other, and refuses both. */
function placeAndToken(place: string, token: string): PagingRule {
  return {
    name: 'place-and-token',
    sentence: `${place} and ${token} were both sent, of which the API takes one`,
    judge({ pages }) {
      const withToken = pages.filter((page) => page.token !== undefined)
      if (withToken.length === 0) return 'agrees'
      return withToken.every((page) => page.place !== undefined) ? 'shows' : 'contradicts'
    },
    example: [
      { place: 0, next: 'a' },
      { place: 0, token: 'a' },
    ],
  }
}

/** One page that contradicts is enough; then one that shows. */
function atWorst(fits: readonly Fit[]): Fit {
  if (fits.includes('contradicts')) return 'contradicts'
  return fits.includes('shows') ? 'shows' : 'agrees'
}
