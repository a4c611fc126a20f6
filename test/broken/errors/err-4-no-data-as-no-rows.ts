import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-4',
  defect: 'an answer whose `data` is missing or null taken for a result without rows',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer) =>
      answer.error.endsWith('in data') ? { success: true, data: [] } : answer,
    ),
  }),
})
