import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-1',
  defect: 'an unknown host as invalid_parameter',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('ENOTFOUND') ? { ...answer, code: 'invalid_parameter' } : answer,
    ),
})
