import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-5',
  defect: '`delete` of a search that is not there succeeding',
  connector: (correct) => ({
    delete: onFailure(correct.delete, (answer) =>
      answer.code === 'no_results' ? { success: true } : answer,
    ),
  }),
})
