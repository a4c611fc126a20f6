import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'a query without the spaces around it',
  connector: (correct) => ({ query: (query) => correct.query(query.trim()) }),
})
