import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-4',
  defect: 'a search that finds nothing RUNNING for ever',
  connector: (correct, { peek }) => ({
    status: onSuccess(correct.status, async (answer, id) => {
      const isWaiting = answer.status === 'COMPLETED' && (await peek(id))['record_count'] === 0
      return isWaiting ? { ...answer, status: 'RUNNING', progress: 99 } : answer
    }),
  }),
})
