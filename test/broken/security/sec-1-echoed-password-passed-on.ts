import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  aspect: 'echoed',
  defect: "the data source's message passed on as it is, credentials included",
  connector: (correct, { peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      const { message } = await peek(id)
      return { ...answer, error: message ?? answer.error }
    }),
  }),
})
