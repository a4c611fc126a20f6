import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'characters beyond Latin-1 in a query replaced',
  connector: (correct) => ({ query: (query) => correct.query(query.replace(/[^\0-ÿ]/g, '?')) }),
})
