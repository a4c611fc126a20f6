import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-2',
  aspect: 'redirect',
  defect: 'a redirect to another origin followed, with credentials',
  connector: (correct, { connection, configuration, send }) => ({
    ping: async () => {
      const sent = await send({ method: 'GET', path: '/ping' }).catch(() => undefined)
      if (sent?.location === undefined) return correct.ping()
      const { hostname: host, port } = new URL(sent.location)
      return createConnector({ ...connection, host, port: Number(port) }, configuration).ping()
    },
  }),
})
