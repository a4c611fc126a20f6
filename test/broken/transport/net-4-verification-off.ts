import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-4',
  defect: 'the verification of certificates switched off',
  connector: (correct, { send }) => ({
    ping: async () => {
      const answer = await send(
        { method: 'GET', path: '/ping' },
        { tls: { rejectUnauthorized: false } },
      ).catch(() => undefined)
      return answer?.status === 200 ? { success: true } : correct.ping()
    },
  }),
})
