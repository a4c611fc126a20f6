import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'newlines in a query turned into spaces',
  connector: (correct) => ({ query: (query) => correct.query(query.replaceAll('\n', ' ')) }),
})
