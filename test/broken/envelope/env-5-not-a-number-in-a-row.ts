import { onFailure, type Row } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-5',
  aspect: 'odd values',
  defect: 'a number beyond all that there are as infinity in a row',
  connector: (correct, { send }) => ({
    results: onFailure(correct.results, async (answer, id) => {
      const path = `/searches/${encodeURIComponent(id)}/results?offset=0&limit=3`
      const { json } = await send({ method: 'GET', path }).catch(() => ({ json: undefined }))
      const { data = [] } = (json ?? {}) as { readonly data?: readonly Row[] }
      const isInfinite = Array.isArray(data) && data.some((row) => holdsInfinity(row))
      return isInfinite ? { success: true, data } : answer
    }),
  }),
})

function holdsInfinity(row: Row): boolean {
  return Object.values(row).includes(Number.POSITIVE_INFINITY)
}
