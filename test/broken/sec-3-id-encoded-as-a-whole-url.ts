import { broken } from './support/broken.ts'

export default broken({
  clause: 'SEC-3',
  defect: '`results` with an id encoded as if it were a whole URL',
  connector: (correct, { run, send }) => ({
    results: (id, offset, length, metadata) =>
      run(async () => {
        const path = `/searches/${encodeURI(id)}/results?offset=0&limit=10`
        const { status } = await send({ method: 'GET', path })
        return status === 404
          ? { success: false, error: 'The search does not exist', code: 'no_results' }
          : correct.results(id, offset, length, metadata)
      }),
  }),
})
