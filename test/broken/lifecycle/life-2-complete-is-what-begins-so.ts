import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-2',
  defect: 'whatever begins with COMPLETED as COMPLETED',
  connector: (correct, { peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      const { status } = await peek(id)
      return `${status}`.startsWith('COMPLETED')
        ? { success: true, status: 'COMPLETED', progress: 100 }
        : answer
    }),
  }),
})
