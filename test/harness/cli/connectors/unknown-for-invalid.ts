import createReference from '../../../../connectors/abc-security-monitor/index.ts'
import type { ConnectorFactory } from '../../../../contracts/connector.ts'

/** Does not do what PAGE-5 says that it should, and all that it must: it fails, with another code. */
const createConnector: ConnectorFactory = (connection, configuration) => {
  const reference = createReference(connection, configuration)
  return {
    ...reference,
    results: async (...args) => {
      const answer = Object(await reference.results(...args))
      return answer.code === 'invalid_parameter' ? { ...answer, code: 'unknown' } : answer
    },
  }
}

export default createConnector
