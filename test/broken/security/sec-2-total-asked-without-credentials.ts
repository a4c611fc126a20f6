import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-2',
  defect: 'the total of a result asked for without credentials',
  connector: (correct, { send }) => ({
    results: onSuccess(correct.results, async (answer, id) => {
      const path = `/searches/${encodeURIComponent(id)}/results?limit=1`
      await send({ method: 'GET', path }, { withoutCredentials: true }).catch(() => undefined)
      return answer
    }),
  }),
})
