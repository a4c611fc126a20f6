import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-4',
  defect: 'a certificate accepted for any host name',
  connector: (correct, { send }) => ({
    ping: async () => {
      const answer = await send(
        { method: 'GET', path: '/ping' },
        { tls: { checkServerIdentity: () => undefined } },
      ).catch(() => undefined)
      return answer?.status === 200 ? { success: true } : correct.ping()
    },
  }),
})
