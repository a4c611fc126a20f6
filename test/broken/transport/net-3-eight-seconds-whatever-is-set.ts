import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-3',
  defect: '`options.timeout` ignored, and 8 seconds in its place',
  connector: (_, { connection, configuration }) => ({
    ping: () => createConnector({ ...connection, options: { timeout: 8 } }, configuration).ping(),
  }),
})
