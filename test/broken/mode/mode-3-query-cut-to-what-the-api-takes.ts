import { ABC_QUERY_MAX_LENGTH } from '../../../contracts/abc-security-monitor/api.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'a query that is too long cut to what the API takes',
  connector: (correct) => ({
    query: (query) => correct.query(query.slice(0, ABC_QUERY_MAX_LENGTH)),
  }),
})
