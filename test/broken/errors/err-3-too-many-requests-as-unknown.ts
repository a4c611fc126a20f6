import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-3',
  defect: 'too many requests as unknown',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'too_many_requests' ? { ...answer, code: 'unknown' } : answer,
    ),
})
