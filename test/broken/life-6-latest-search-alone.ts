import { onSuccess } from '../variants/edit-answers.ts'
import { broken } from './support/broken.ts'

const latest = new Map<number, string>()

export default broken({
  clause: 'LIFE-6',
  defect: 'the status of the latest search, whichever is asked for',
  connector: (correct, { connection: { port } }) => ({
    query: onSuccess(correct.query, (answer) => {
      latest.set(port, answer.search_id)
      return answer
    }),
    status: (id) => correct.status(latest.get(port) ?? id),
  }),
})
