import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'backslash sequences in a query taken for what they stand for',
  connector: (correct) => ({ query: (query) => correct.query(query.replaceAll('\\n', '\n')) }),
})
