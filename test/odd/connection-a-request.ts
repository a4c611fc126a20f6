import { connectorOver } from '../../connectors/abc-security-monitor/index.ts'
import { openHttpClient } from '../../connectors/support/open-http-client.ts'
import type { ConnectorFactory } from '../../contracts/connector.ts'
import { odd } from './support/odd.ts'

/** Pages of one row take it many a connection. */
const base: ConnectorFactory = connectorOver((connection) => ({
  async send(request) {
    const client = openHttpClient(connection)
    try {
      return await client.send(request)
    } finally {
      await client.close()
    }
  },
  close: async () => {},
}))

export default odd({
  oddity: 'a connection for each request',
  base,
  connector: () => ({}),
})
