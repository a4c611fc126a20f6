import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-3',
  defect: '`delete` with the id in the path as it is',
  connector: (correct, { run, send }) => ({
    delete: (id) =>
      run(async () => {
        const { status } = await send({ method: 'DELETE', path: `/searches/${id}` })
        return status === 200 ? { success: true } : correct.delete(id)
      }),
  }),
})
