import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-4',
  defect: 'verification switched off where no certificate is given',
  connector: (correct, { connection, send }) => ({
    ping: async () => {
      const answer = await send(
        { method: 'GET', path: '/ping' },
        { tls: { rejectUnauthorized: connection.selfSignedCert !== undefined } },
      ).catch(() => undefined)
      return answer?.status === 200 ? { success: true } : correct.ping()
    },
  }),
})
