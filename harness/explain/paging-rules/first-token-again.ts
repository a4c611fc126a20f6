import type { Explainer } from '../explainer.ts'

/** The token is kept from the first page on, so that the second page comes back for ever. */
export const firstTokenAgain: Explainer = {
  sentence: "a later page was asked for with the first page's token again, not with the last one's",
  judge({ pages }) {
    const first = pages[0]?.nextToken
    const later = pages.slice(2).map(({ token }, index) => {
      const last = pages[index + 1]?.nextToken
      if (typeof first !== 'string' || last === undefined || first === last) return 'agrees'
      if (token === first) return 'shows'
      // Behind the last page there is no token that would be right.
      return last === null ? 'agrees' : 'contradicts'
    })
    if (later.includes('contradicts')) return 'contradicts'
    return later.includes('shows') ? 'shows' : 'agrees'
  },
}
