import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'a limit added to a query that has none',
  connector: (correct) => ({
    query: (query) => correct.query(/limit/i.test(query) ? query : `${query} LIMIT 10000`),
  }),
})
