import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** What putting a missing value into a text gives. */
export default broken({
  clause: 'ERR-4',
  defect: 'the text "None" as `search_id` where the data source gives none',
  connector: (correct) => ({
    query: onFailure(correct.query, (answer) =>
      answer.error.endsWith('in query_id') ? { success: true, search_id: 'None' } : answer,
    ),
  }),
})
