import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const before = new Map<string, number>()

export default broken({
  clause: 'LIFE-3',
  defect: 'the progress made since the last poll in place of the progress reached',
  connector: (correct, { connection }) => ({
    status: onSuccess(correct.status, (answer, id) => {
      const key = `${connection.port} ${id}`
      const progress = answer.progress - (before.get(key) ?? 0)
      before.set(key, answer.progress)
      return answer.status === 'RUNNING' ? { ...answer, progress } : answer
    }),
  }),
})
