import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const deleted = new Map<string, string>()

export default broken({
  clause: 'LIFE-6',
  defect: 'the search asked for next, behind one that was deleted, taken for the deleted one',
  connector: (correct, { configuration: { auth } }) => ({
    delete: onSuccess(correct.delete, (answer, id) => {
      deleted.set(auth.username, id)
      return answer
    }),
    status: (id) => {
      const asked = deleted.get(auth.username) ?? id
      deleted.delete(auth.username)
      return correct.status(asked)
    },
  }),
})
