import type { Connection } from '../../contracts/connection.ts'
import type { Connector, ConnectorFactory } from '../../contracts/connector.ts'
import {
  type MockDataSource,
  type MockDataSourceOptions,
  startMockDataSource,
} from '../../mock-datasource/index.ts'

/** A mock of a test's own and the connector under test bound to it. */
export interface MockSession {
  readonly mock: MockDataSource
  readonly connector: Connector
  /** The connector on another connection, or as another user. */
  connect(connection?: Partial<Connection>, auth?: { password?: string }): Connector
}

/** Starts a mock, runs the test on it, and stops it whatever happens. */
export async function withMock(
  factory: ConnectorFactory,
  options: MockDataSourceOptions,
  test: (session: MockSession) => Promise<void>,
): Promise<void> {
  const mock = await startMockDataSource(options)
  const { host, port, scheme, certificate, account } = mock
  const usual: Connection = {
    host,
    port,
    scheme,
    ...(certificate === undefined ? {} : { selfSignedCert: certificate }),
    options: { timeout: 10 },
  }
  const connect: MockSession['connect'] = (connection = {}, auth = account.credentials) =>
    factory(
      { ...usual, ...connection },
      { auth: { username: account.credentials['username'] ?? '', password: auth.password ?? '' } },
    )
  try {
    await test({ mock, connector: connect(), connect })
  } finally {
    await mock.close()
  }
}

/** A search that is completed, made at the data source directly. */
export async function completedSearch(mock: MockDataSource, query = 'SELECT * FROM events') {
  const { id } = await mock.control.createSearch({ query, status: 'COMPLETED' })
  return id
}

/** The metadata of an answer as it comes back to a connector: through JSON. */
export function metadataOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('metadata' in answer)) return undefined
  return JSON.parse(JSON.stringify(answer.metadata))
}
