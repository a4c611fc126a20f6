import type { Formula } from '../formula.ts'

import { pagesOf } from '../pages-of.ts'

/** The page without a token is taken for the end and not for the last rows. */
export const lastPageMissing: Formula = {
  sentence: 'the last page is missing: rows of the page without a next_page_token are dropped',
  predict: (window) =>
    pagesOf(window)
      .filter(({ end }) => end < window.keys.length)
      .flatMap(({ keys }) => keys),
}
