import createReference from '../../../../connectors/abc-security-monitor/index.ts'
import type { ConnectorFactory } from '../../../../contracts/connector.ts'

/** Takes its whole process along, as a native crash or the system's memory guard would. */
const createConnector: ConnectorFactory = (connection, configuration) => ({
  ...createReference(connection, configuration),
  ping: async () => process.kill(process.pid, 'SIGKILL'),
})

export default createConnector
