import { get } from 'node:https'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-3',
  defect: 'a timeout that begins anew with each byte',
  connector: (correct, { connection: { host, port, selfSignedCert, options }, configuration }) => ({
    ping: async () => {
      const { username, password } = configuration.auth
      const timeout = (options?.timeout ?? 30) * 1_000
      const address = { host, port, path: '/api/v1/ping', auth: `${username}:${password}`, timeout }
      await new Promise<void>((resolve) => {
        const request = get({ ...address, ca: selfSignedCert }, (response) => {
          response.resume().once('close', resolve)
        })
        request.once('timeout', () => request.destroy()).once('error', () => resolve())
      })
      return correct.ping()
    },
  }),
})
