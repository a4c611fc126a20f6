import type { Explainer } from '../explainer.ts'

export const tokenIgnored: Explainer = {
  sentence: 'the page token was ignored: the next request asked for the same offset again',
  judge({ pages }) {
    const next = pages.slice(1).map(({ token, offset }, index) => {
      const before = pages[index]
      if (typeof before?.nextToken !== 'string') return 'agrees'
      return token === undefined && offset === before.offset ? 'shows' : 'contradicts'
    })
    if (next.includes('contradicts')) return 'contradicts'
    return next.includes('shows') ? 'shows' : 'agrees'
  },
}
