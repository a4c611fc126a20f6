import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-3',
  defect: '`results` with an id encoded as if it were a whole URL',
  connector: (correct, { send }) => ({
    results: onSuccess(correct.results, async (answer, id) => {
      const path = `/searches/${encodeURI(id)}/results`
      const sent = await send({ method: 'GET', path }).catch(() => undefined)
      return sent?.status === 404
        ? { success: false, error: 'The search does not exist', code: 'no_results' }
        : answer
    }),
  }),
})
