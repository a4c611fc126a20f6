import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-5',
  defect: '`ping` judged by the HTTP status alone',
  connector: (correct, { run, send }) => ({
    ping: () =>
      run(async () => {
        const { status } = await send({ method: 'GET', path: '/ping' })
        return status === 200 ? { success: true } : correct.ping()
      }),
  }),
})
