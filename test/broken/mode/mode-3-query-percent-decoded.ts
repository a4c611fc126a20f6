import { unescape as percentDecode } from 'node:querystring'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'a query percent-decoded',
  connector: (correct) => ({ query: (query) => correct.query(percentDecode(query)) }),
})
