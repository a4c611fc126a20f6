import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-5',
  defect: '`delete` judged by the HTTP status alone',
  connector: (correct, { run, send }) => ({
    delete: (id) =>
      run(async () => {
        const path = `/searches/${encodeURIComponent(id)}`
        const { status } = await send({ method: 'DELETE', path })
        return status === 200 ? { success: true } : correct.delete(id)
      }),
  }),
})
