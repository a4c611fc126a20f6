import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** Without an end there would be none to the test either. */
const GIVES_UP_AFTER = 100

export default broken({
  clause: 'PAGE-8',
  defect: 'a page asked for again and again where its token or its rows are repeated',
  connector: (correct) => ({
    results: async (...window) => {
      const ask = onFailure(correct.results, (answer) =>
        answer.error.includes('contradicts itself') ? undefined : answer,
      )
      for (let attempt = 0; attempt < GIVES_UP_AFTER; attempt += 1) {
        const answer = await ask(...window)
        if (answer !== undefined) return answer
      }
      return correct.results(...window)
    },
  }),
})
