import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const latest = new Map<string, string>()

export default broken({
  clause: 'LIFE-6',
  defect: 'the status of the latest search, whichever is asked for',
  connector: (correct, { configuration: { auth } }) => ({
    query: onSuccess(correct.query, (answer) => {
      latest.set(auth.username, answer.search_id)
      return answer
    }),
    status: (id) => correct.status(latest.get(auth.username) ?? id),
  }),
})
