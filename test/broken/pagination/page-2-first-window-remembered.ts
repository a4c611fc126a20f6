import type { Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const answers = new Map<string, unknown>()

export default broken({
  clause: 'PAGE-2',
  defect: 'the first window of a search given again for every later one',
  connector: (correct, { connection }) => ({
    results: async (id, offset, length, metadata) => {
      const key = `${connection.port} ${id}`
      const answer = answers.get(key) ?? (await correct.results(id, offset, length, metadata))
      if ((answer as Success).success) answers.set(key, answer)
      return answer
    },
  }),
})
