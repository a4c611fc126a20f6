import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  defect: 'a `search_id` in capitals',
  connector: (correct) => ({
    query: onSuccess(correct.query, (answer) => ({
      ...answer,
      search_id: answer.search_id.toUpperCase(),
    })),
  }),
})
