import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const ATTEMPTS = 10

export default broken({
  clause: 'NET-5',
  defect: 'ten attempts without a pause where the data source asks for one',
  connector: (correct) => ({
    ping: onFailure(correct.ping, async (answer) => {
      for (let attempt = 2; attempt <= ATTEMPTS; attempt += 1) await correct.ping()
      return answer
    }),
  }),
})
