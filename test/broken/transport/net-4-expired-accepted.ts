import { X509Certificate } from 'node:crypto'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-4',
  defect: 'an expired certificate accepted where it is the one that the connection names',
  connector: (correct, { connection: { selfSignedCert }, send }) => ({
    ping: async () => {
      if (selfSignedCert === undefined) return correct.ping()
      if (new X509Certificate(selfSignedCert).validToDate > new Date()) return correct.ping()
      await send({ method: 'GET', path: '/ping' }, { tls: { rejectUnauthorized: false } })
      return { success: true }
    },
  }),
})
