import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** Both are a fault of the caller; only the first says which. */
export default broken({
  clause: 'ERR-1',
  defect: 'a query that cannot be parsed as invalid_parameter',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'invalid_query' ? { ...answer, code: 'invalid_parameter' } : answer,
    ),
})
