import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-2',
  defect: '`delete` succeeding where the connection was reset',
  connector: (correct) => ({
    delete: onFailure(correct.delete, (answer) =>
      answer.error.includes('ECONNRESET') ? { success: true } : answer,
    ),
  }),
})
