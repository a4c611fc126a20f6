import { onSuccess } from '../variants/edit-answers.ts'
import { broken } from './support/broken.ts'

const deleted = new Map<number, string>()

export default broken({
  clause: 'LIFE-6',
  defect: 'the search asked for next, behind one that was deleted, taken for the deleted one',
  connector: (correct, { connection: { port } }) => ({
    delete: onSuccess(correct.delete, (answer, id) => {
      deleted.set(port, id)
      return answer
    }),
    status: (id) => {
      const asked = deleted.get(port) ?? id
      deleted.delete(port)
      return correct.status(asked)
    },
  }),
})
