import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'what looks like a comment removed from a query',
  connector: (correct) => ({ query: (query) => correct.query(query.replace(/--.*/g, '')) }),
})
