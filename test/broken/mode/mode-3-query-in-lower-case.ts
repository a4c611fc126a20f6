import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'a query in lower case',
  connector: (correct) => ({ query: (query) => correct.query(query.toLowerCase()) }),
})
