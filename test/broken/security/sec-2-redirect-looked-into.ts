import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-2',
  aspect: 'redirect',
  defect: 'a redirect looked into, though the call fails',
  connector: (correct, { connection, configuration, send }) => ({
    ping: async () => {
      const sent = await send({ method: 'GET', path: '/ping' }).catch(() => undefined)
      if (sent?.location !== undefined) {
        const { hostname: host, port } = new URL(
          sent.location,
          `https://${connection.host}:${connection.port}`,
        )
        await createConnector({ ...connection, host, port: Number(port) }, configuration).ping()
      }
      return correct.ping()
    },
  }),
})
