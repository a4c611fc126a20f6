import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-6',
  defect: 'what Python says of None, where the data source is not understood',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'unknown'
        ? { ...answer, error: "'NoneType' object has no attribute 'get'" }
        : answer,
    ),
})
