import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-5',
  defect: '`ping` succeeding on any code under HTTP 200',
  connector: (correct, { run, send }) => ({
    ping: () =>
      run(async () => {
        const answer = await send({ method: 'GET', path: '/ping' }).catch(() => undefined)
        const code = (answer?.json as { code?: unknown } | null | undefined)?.code
        const isAlive = answer?.status === 200 && typeof code === 'number'
        return isAlive ? { success: true } : correct.ping()
      }),
  }),
})
