import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-3',
  defect: 'a code of its own for a data source that cannot be reached',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'service_unavailable' ? { ...answer, code: 'connection_error' } : answer,
    ),
})
