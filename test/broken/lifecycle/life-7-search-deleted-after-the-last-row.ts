import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-7',
  defect: 'the search deleted once its last row has been given',
  connector: (correct) => ({
    results: onSuccess(correct.results, async (answer, id) => {
      if (answer.metadata === undefined) await correct.delete(id)
      return answer
    }),
  }),
})
