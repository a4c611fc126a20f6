import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** `body.get("data", [])` is an empty list for every error, too. */
export default broken({
  clause: 'ERR-5',
  defect: 'an answer without rows taken for a result without rows, under HTTP status 200',
  connector: (correct, { send }) => ({
    results: onFailure(correct.results, async (answer, id) => {
      const path = `/searches/${encodeURIComponent(id)}/results`
      const { status } = await send({ method: 'GET', path }).catch(() => ({ status: 0 }))
      return status === 200 ? { success: true, data: [] } : answer
    }),
  }),
})
