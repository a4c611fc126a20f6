import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-5',
  defect: '`results` of a search that is not there as no rows',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer) =>
      answer.code === 'no_results' ? { success: true, data: [] } : answer,
    ),
  }),
})
