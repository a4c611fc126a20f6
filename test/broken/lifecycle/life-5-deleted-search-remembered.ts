import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const completed = new Map<string, unknown>()

export default broken({
  clause: 'LIFE-5',
  defect: 'the status of a completed search remembered beyond its end',
  connector: (correct, { connection }) => ({
    status: async (id) => {
      const key = `${connection.port} ${id}`
      const ask = onSuccess(correct.status, (answer) => {
        if (answer.status === 'COMPLETED') completed.set(key, answer)
        return answer
      })
      return completed.get(key) ?? ask(id)
    },
  }),
})
