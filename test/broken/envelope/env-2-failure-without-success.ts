import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  defect: 'failures that leave `success` out',
  connector: (correct) => onEveryFailure(correct, ({ error, code }) => ({ error, code })),
})
