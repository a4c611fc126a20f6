import createAsynchronous from '../../../connectors/abc-security-monitor/index.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { broken } from '../support/broken.ts'

const asNumber: ConnectorFactory = (connection, configuration) =>
  createAsynchronous(
    typeof connection.port === 'number' ? connection : { ...connection, port: Number.NaN },
    configuration,
  )

export default broken({
  clause: 'NET-7',
  defect: 'a port that is a decimal string refused',
  base: asNumber,
  connector: () => ({}),
})
