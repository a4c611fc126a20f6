import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-1',
  defect: '`delete` succeeding where nobody listens',
  connector: (correct) => ({
    delete: onFailure(correct.delete, (answer) =>
      answer.error.includes('ECONNREFUSED') ? { success: true } : answer,
    ),
  }),
})
