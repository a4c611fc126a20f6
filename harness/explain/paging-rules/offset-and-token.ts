import type { Explainer } from '../explainer.ts'

/** The API takes one or the other, and refuses both with 1005. */
export const offsetAndToken: Explainer = {
  sentence: 'offset and page_token were both sent, of which the API takes one',
  judge({ pages }) {
    const withToken = pages.filter(({ token }) => token !== undefined)
    if (withToken.length === 0) return 'agrees'
    return withToken.every(({ offset }) => offset !== undefined) ? 'shows' : 'contradicts'
  },
}
