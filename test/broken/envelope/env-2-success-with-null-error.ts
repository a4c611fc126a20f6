import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  aspect: 'one outcome',
  defect: '`query` with an `error` of null on success',
  connector: (correct) => ({
    query: onSuccess(correct.query, (answer) => ({ ...answer, error: null })),
  }),
})
