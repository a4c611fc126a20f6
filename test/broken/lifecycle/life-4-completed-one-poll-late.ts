import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const seen = new Set<string>()

export default broken({
  clause: 'LIFE-4',
  defect: 'COMPLETED one poll late',
  connector: (correct, { connection }) => ({
    status: onSuccess(correct.status, (answer, id) => {
      const key = `${connection.port} ${id}`
      if (answer.status !== 'COMPLETED' || seen.has(key)) return answer
      seen.add(key)
      return { ...answer, status: 'RUNNING', progress: 99 }
    }),
  }),
})
