import type { Connector, ConnectorFactory } from '../../contracts/connector.ts'

/** A connector of one's own making for the first days of another: it has an answer to everything, and asks nobody. */
const canned: Connector = {
  ping: async () => ({ success: true }),
  is_async: () => true,
  query: async () => ({ success: true, search_id: 'a-search' }),
  status: async () => ({ success: true, status: 'COMPLETED', progress: 100 }),
  results: async () => ({ success: true, data: [{ id: 'an-event' }] }),
  delete: async () => ({ success: true }),
}

const create: ConnectorFactory = () => canned
export default create
