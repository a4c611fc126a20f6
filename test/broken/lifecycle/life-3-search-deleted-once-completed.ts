import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-3',
  defect: 'the search deleted by the poll that finds it completed',
  connector: (correct) => ({
    status: onSuccess(correct.status, async (answer, id) => {
      if (answer.status === 'COMPLETED') await correct.delete(id)
      return answer
    }),
  }),
})
