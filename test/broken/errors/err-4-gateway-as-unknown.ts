import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-4',
  aspect: 'gateway',
  defect: 'a gateway that waits for the data source in vain as unknown',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('HTTP 504') ? { ...answer, code: 'unknown' } : answer,
    ),
})
