import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const told = new Set<string>()

export default broken({
  clause: 'LIFE-3',
  defect: 'CANCELED told once, and RUNNING after it',
  connector: (correct, { connection }) => ({
    status: onSuccess(correct.status, (answer, id) => {
      const key = `${connection.port} ${id}`
      if (answer.status !== 'CANCELED') return answer
      if (told.has(key)) return { ...answer, status: 'RUNNING' }
      told.add(key)
      return answer
    }),
  }),
})
