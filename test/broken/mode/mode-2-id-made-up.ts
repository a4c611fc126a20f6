import { randomUUID } from 'node:crypto'
import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  defect: 'a `search_id` made up by the connector',
  connector: (correct) => ({
    query: onSuccess(correct.query, (answer) => ({ ...answer, search_id: randomUUID() })),
  }),
})
