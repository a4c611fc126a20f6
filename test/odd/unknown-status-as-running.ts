import { onFailure } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'RUNNING for a status that it does not know',
  connector: (correct, { peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      if (!answer.error.endsWith('in status')) return answer
      const { status } = await peek(id)
      return typeof status === 'string' ? { success: true, status: 'RUNNING', progress: 0 } : answer
    }),
  }),
})
