import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const seen = new Map<string, Set<number>>()

/** Counts its phases by what it was told before, and shows how far the third has come. */
export default broken({
  clause: 'LIFE-3',
  defect: 'progress that starts again in the third phase of a search',
  connector: (correct, { connection }) => ({
    status: onSuccess(correct.status, (answer, id) => {
      const key = `${connection.port} ${id}`
      const phases = seen.get(key) ?? new Set<number>()
      seen.set(key, phases.add(answer.progress))
      const starts = answer.status === 'RUNNING' && phases.size > 2
      return starts ? { ...answer, progress: 0 } : answer
    }),
  }),
})
