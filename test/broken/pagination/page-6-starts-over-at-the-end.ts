import { onSuccess, type Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-6',
  defect: 'metadata at the end of the result that leads back to its start',
  connector: (correct) => ({
    results: onSuccess(correct.results, async (answer, id) => {
      const start = (await correct.results(id, 0, 0)) as Success
      return answer.metadata === undefined ? { ...answer, metadata: start.metadata } : answer
    }),
  }),
})
