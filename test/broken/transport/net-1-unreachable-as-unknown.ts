import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-1',
  defect: 'a data source that refuses connections as unknown',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('ECONNREFUSED') ? { ...answer, code: 'unknown' } : answer,
    ),
})
