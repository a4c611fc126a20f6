import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** What is left in the header Location once all but the last part of its path is cut away. */
export default broken({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  defect: 'a `search_id` still percent-encoded, as it is in the path',
  connector: (correct) => ({
    query: onSuccess(correct.query, (answer) => ({
      ...answer,
      search_id: encodeURIComponent(answer.search_id),
    })),
  }),
})
