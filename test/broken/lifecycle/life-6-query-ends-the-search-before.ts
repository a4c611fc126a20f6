import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const latest = new Map<string, string>()

export default broken({
  clause: 'LIFE-6',
  defect: 'the search before deleted by the next query',
  connector: (correct, { configuration: { auth } }) => ({
    query: onSuccess(correct.query, async (answer) => {
      const before = latest.get(auth.username)
      latest.set(auth.username, answer.search_id)
      if (before !== undefined) await correct.delete(before)
      return answer
    }),
  }),
})
