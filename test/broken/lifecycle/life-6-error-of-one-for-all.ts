import type { Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const failures = new Map<string, unknown>()

export default broken({
  clause: 'LIFE-6',
  defect: 'the last error of `status` given once more to whoever asks next',
  connector: (correct, { configuration: { auth } }) => ({
    status: async (id) => {
      const before = failures.get(auth.username)
      failures.delete(auth.username)
      const answer = before ?? (await correct.status(id))
      if (before === undefined && !(answer as Success).success) failures.set(auth.username, answer)
      return answer
    },
  }),
})
