import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  defect: 'a `search_id` with a prefix of the connector',
  connector: (correct) => ({
    query: onSuccess(correct.query, (answer) => ({
      ...answer,
      search_id: `abc:${answer.search_id}`,
    })),
  }),
})
