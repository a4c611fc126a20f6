import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-3',
  aspect: 'code',
  defect: 'a data source that does not answer in time as unknown',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('did not answer') ? { ...answer, code: 'unknown' } : answer,
    ),
})
