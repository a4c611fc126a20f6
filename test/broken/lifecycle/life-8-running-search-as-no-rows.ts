import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-8',
  defect: 'no rows, and success, while the search still runs',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer) =>
      answer.error.includes('still in progress') ? { success: true, data: [] } : answer,
    ),
  }),
})
