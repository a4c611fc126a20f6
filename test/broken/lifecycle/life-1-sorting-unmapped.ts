import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-1',
  defect: 'SORTING forgotten, and so taken for an error',
  connector: (correct, { peek }) => ({
    status: onSuccess(correct.status, async (answer, id) => {
      const { status } = await peek(id)
      return status === 'SORTING' ? { ...answer, status: 'ERROR' } : answer
    }),
  }),
})
