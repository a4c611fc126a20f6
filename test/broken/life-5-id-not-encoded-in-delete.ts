import { broken } from './support/broken.ts'

export default broken({
  clause: 'LIFE-5',
  defect: '`delete` with the id in the path as it is',
  connector: (correct, { run, send }) => ({
    delete: (id) =>
      run(async () => {
        const { status } = await send({ method: 'DELETE', path: `/searches/${id}` })
        if (status === 200) return { success: true }
        return status === 404 && id.includes('/')
          ? { success: false, error: 'No such resource', code: 'unknown' }
          : correct.delete(id)
      }),
  }),
})
