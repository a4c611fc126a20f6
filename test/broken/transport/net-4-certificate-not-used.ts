import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-4',
  defect: '`selfSignedCert` ignored',
  connector: (_, { connection: { selfSignedCert: _ignored, ...connection }, configuration }) =>
    createConnector(connection, configuration),
})
