import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-1',
  defect: 'an internal error as service_unavailable',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'unknown' ? { ...answer, code: 'service_unavailable' } : answer,
    ),
})
