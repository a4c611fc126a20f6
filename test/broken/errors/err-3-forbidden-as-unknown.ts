import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-3',
  defect: 'a forbidden request as unknown',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'forbidden' ? { ...answer, code: 'unknown' } : answer,
    ),
})
