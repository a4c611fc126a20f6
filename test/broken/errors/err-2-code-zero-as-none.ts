import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-2',
  defect: 'a code of 0 taken for no error',
  connector: (correct, { peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      const { code } = await peek(id)
      return code === 0 ? { success: true, status: 'RUNNING', progress: 0 } : answer
    }),
  }),
})
