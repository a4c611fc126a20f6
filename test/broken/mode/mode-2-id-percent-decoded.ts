import { unescape as percentDecode } from 'node:querystring'
import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  defect: 'a `search_id` percent-decoded once too often',
  connector: (correct) => ({
    query: onSuccess(correct.query, (answer) => ({
      ...answer,
      search_id: percentDecode(answer.search_id),
    })),
  }),
})
