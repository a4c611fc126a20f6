import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: '`results` throwing on metadata of another type than its own',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      const isContinued = metadata !== undefined && 'next_page_token' in (metadata as object)
      return correct.results(id, offset, length, isContinued ? metadata : undefined)
    },
  }),
})
