import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-4',
  defect: 'an answer to `delete` that is no JSON taken for success, under status 200',
  connector: (correct) => ({
    delete: onFailure(correct.delete, (answer) =>
      answer.error.includes('HTTP 200 without a body') ? { success: true } : answer,
    ),
  }),
})
