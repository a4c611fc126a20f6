import { onEverySuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  aspect: 'one outcome',
  defect: "successes that carry the API's code 200",
  connector: (correct) => onEverySuccess(correct, (answer) => ({ ...answer, code: 200 })),
})
