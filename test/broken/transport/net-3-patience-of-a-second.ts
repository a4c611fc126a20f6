import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-3',
  aspect: 'slow answer',
  defect: 'a timeout of one second, whatever the user set',
  connector: (_, { connection, configuration }) =>
    createConnector({ ...connection, options: { timeout: 1 } }, configuration),
})
