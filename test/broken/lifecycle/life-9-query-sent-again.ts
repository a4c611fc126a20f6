import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-9',
  defect: 'a query sent again where its response was lost or late',
  connector: (correct) => ({
    query: onFailure(correct.query, (answer, query) =>
      answer.code === 'service_unavailable' ? correct.query(query) : answer,
    ),
  }),
})
