import type create from '../../../connectors/abc-security-monitor/index.ts'

/** Each call is a process that loads it: the tests name the one that is made of few files, see commands.test.ts. */
const { CONNECTOR_CONTRACT_TEST_CORRECT: made } = process.env
const source = '../../../connectors/abc-security-monitor/index.ts'
const { default: createConnector } = (await import(made ?? source)) as { default: typeof create }

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
