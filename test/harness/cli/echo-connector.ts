import type { ConnectorFactory } from '../../../contracts/connector.ts'

/** Answers every method with what it was called with, so that a test sees what `transmit` passes. */
const createConnector: ConnectorFactory = (connection, configuration) => ({
  ping: async () => ({ success: true, connection, configuration }),
  is_async: () => true,
  query: async (...values) => ({ success: true, values }),
  status: async (...values) => ({ success: true, values }),
  results: async (...values) => ({ success: true, values }),
  delete: async () => {
    throw new Error('this connector cannot delete')
  },
})

export default createConnector
