import type { Explainer } from '../explainer.ts'

/** A `+` that is not encoded reaches the data source as a space. */
export const tokenNotEncoded: Explainer = {
  sentence: 'the page token was put into the URL without being percent-encoded',
  judge({ pages }) {
    const issued = pages.map(({ nextToken }) => nextToken)
    const spoilt = pages.some(
      ({ token, tokenAsSent }) => issued.includes(tokenAsSent) && token !== tokenAsSent,
    )
    return spoilt ? 'shows' : 'agrees'
  },
}
