import createConnector from '../../../connectors/abc-security-monitor/index.ts'

/** The value that the reference connector answers to this program's command line. */
export async function answer(): Promise<unknown> {
  const [connection = '', configuration = '', method = '', ...values] = process.argv.slice(4)
  const [first = '', second = '', third = '', metadata] = values
  const connector = createConnector(JSON.parse(connection), JSON.parse(configuration))
  switch (method) {
    case 'ping':
      return connector.ping()
    case 'is_async':
      return connector.is_async()
    case 'query':
      return connector.query(first)
    case 'status':
      return connector.status(first)
    case 'results':
      return connector.results(first, second, third, metadata && JSON.parse(metadata))
    case 'delete':
      return connector.delete(first)
    default:
      return { success: false, error: 'There is no such method', code: 'not_implemented' }
  }
}
