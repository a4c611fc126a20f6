import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const made = new Set<string>()

export default broken({
  clause: 'LIFE-7',
  defect: 'the status of a search known in the process that made it, and nowhere else',
  connector: (correct, { connection: { port } }) => ({
    query: onSuccess(correct.query, (answer) => {
      made.add(`${port} ${answer.search_id}`)
      return answer
    }),
    status: async (id) =>
      made.has(`${port} ${id}`)
        ? correct.status(id)
        : { success: false, error: 'There is no such search', code: 'no_results' },
  }),
})
