import { onEverySuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  defect: '`success` as the text "true"',
  connector: (correct) => onEverySuccess(correct, (answer) => ({ ...answer, success: 'true' })),
})
