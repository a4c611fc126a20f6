import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-3',
  defect: 'a code of its own for a success without the body that the API promises',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('HTTP 200 without a body')
        ? { ...answer, code: 'parse_error' }
        : answer,
    ),
})
