import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-3',
  aspect: 'error',
  defect: 'an empty `error` where the data source gives no message',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('without a body') ? { ...answer, error: '' } : answer,
    ),
})
