import createReference from '../../../../connectors/abc-security-monitor/index.ts'
import type { ConnectorFactory } from '../../../../contracts/connector.ts'

/** Breaks MODE-1: a text in place of a boolean. */
const createConnector: ConnectorFactory = (connection, configuration) => ({
  ...createReference(connection, configuration),
  is_async: () => 'true',
})

export default createConnector
