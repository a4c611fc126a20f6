import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: '`status` throwing where the body is not the object it reads',
  connector: (correct, { send }) => ({
    status: async (id) => {
      const { json } = await send({ method: 'GET', path: `/searches/${encodeURIComponent(id)}` })
      return (json as { code: number }).code === 200
        ? correct.status(id)
        : { success: false, error: 'The data source reported an error', code: 'unknown' }
    },
  }),
})
