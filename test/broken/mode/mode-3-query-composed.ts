import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'the characters of a query composed (NFC)',
  connector: (correct) => ({ query: (query) => correct.query(query.normalize('NFC')) }),
})
