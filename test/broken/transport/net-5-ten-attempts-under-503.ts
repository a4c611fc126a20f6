import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const ATTEMPTS = 10

export default broken({
  clause: 'NET-5',
  defect: 'ten attempts without a pause where the data source answers HTTP 503',
  connector: (correct) => ({
    ping: onFailure(correct.ping, async (answer) => {
      if (!answer.error.includes('HTTP 503')) return answer
      for (let attempt = 2; attempt <= ATTEMPTS; attempt += 1) await correct.ping()
      return answer
    }),
  }),
})
