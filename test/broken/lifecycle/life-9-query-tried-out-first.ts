import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-9',
  defect: 'a search made to see whether the query is valid, and another for its rows',
  connector: (correct) => ({
    query: onSuccess(correct.query, (_, query) => correct.query(query)),
  }),
})
