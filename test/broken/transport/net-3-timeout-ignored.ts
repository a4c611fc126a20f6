import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-3',
  defect: '`options.timeout` ignored, and 30 seconds in its place',
  connector: (_, { connection: { options: _options, ...connection }, configuration }) => ({
    ping: () => createConnector(connection, configuration).ping(),
  }),
})
