import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-6',
  defect: 'the key of a KeyError alone, where nobody listens',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('could not be reached') ? { ...answer, error: "'data'" } : answer,
    ),
})
