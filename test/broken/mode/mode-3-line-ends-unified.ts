import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'the line ends of a query unified',
  connector: (correct) => ({ query: (query) => correct.query(query.replaceAll('\r\n', '\n')) }),
})
