import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  defect: '`success` as the text "False" where the data source cannot be reached',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('reached') ? { ...answer, success: 'False' } : answer,
    ),
})
