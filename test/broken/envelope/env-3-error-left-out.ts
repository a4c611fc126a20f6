import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-3',
  aspect: 'error',
  defect: 'failures without `error`',
  connector: (correct) => onEveryFailure(correct, ({ code }) => ({ success: false, code })),
})
