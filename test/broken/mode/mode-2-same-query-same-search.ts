import type { Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const searches = new Map<string, unknown>()

export default broken({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  defect: 'one search for all calls with the same query',
  connector: (correct, { connection }) => ({
    query: async (query) => {
      const key = `${connection.port} ${query}`
      const answer = searches.get(key) ?? (await correct.query(query))
      if ((answer as Success).success) searches.set(key, answer)
      return answer
    },
  }),
})
