import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the whole configuration on standard output before a query',
  connector: (correct, { configuration }) => ({
    query: (query) => {
      console.log('running a query with', configuration)
      return correct.query(query)
    },
  }),
})
