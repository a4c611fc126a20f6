import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'a query cut after 32 KiB',
  connector: (correct) => ({ query: (query) => correct.query(query.slice(0, 32_768)) }),
})
