import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'plus signs in a query taken for spaces',
  connector: (correct) => ({ query: (query) => correct.query(query.replaceAll('+', ' ')) }),
})
