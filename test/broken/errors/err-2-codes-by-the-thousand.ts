import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-2',
  defect: 'the codes from 2000 on as errors of the query',
  connector: (correct, { peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      const { code } = await peek(id)
      return Number(code) >= 2000 ? { ...answer, code: 'invalid_query' } : answer
    }),
  }),
})
