import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-6',
  defect: 'the key of a KeyError alone, where nobody listens',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'service_unavailable' ? { ...answer, error: "'data'" } : answer,
    ),
})
