import type { Success } from '../variants/edit-answers.ts'
import { broken } from './support/broken.ts'

const failures = new Map<number, unknown>()

export default broken({
  clause: 'LIFE-6',
  defect: 'the last error of `status` given once more to whoever asks next',
  connector: (correct, { connection: { port } }) => ({
    status: async (id) => {
      const before = failures.get(port)
      failures.delete(port)
      const answer = before ?? (await correct.status(id))
      if (before === undefined && !(answer as Success).success) failures.set(port, answer)
      return answer
    },
  }),
})
