import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: 'the search id under the key `query_id`',
  connector: (correct) => ({
    query: onSuccess(correct.query, ({ search_id }) => ({ success: true, query_id: search_id })),
  }),
})
