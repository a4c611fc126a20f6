import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the request with its header, in base64, in the error of an unexpected answer',
  connector: (correct, { configuration: { auth } }) => ({
    results: onFailure(correct.results, (answer) => {
      const credentials = Buffer.from(`${auth.username}:${auth.password}`).toString('base64')
      return answer.error.includes('its API')
        ? { ...answer, error: `${answer.error} (sent Authorization: Basic ${credentials})` }
        : answer
    }),
  }),
})
