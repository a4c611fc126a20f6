import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'quotes in a query escaped with a backslash',
  connector: (correct) => ({ query: (query) => correct.query(query.replaceAll('"', '\\"')) }),
})
