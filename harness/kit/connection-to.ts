import type { Configuration, Connection } from '../../contracts/connection.ts'
import type { Account, MockDataSource } from '../../mock-datasource/index.ts'
import type { ConnectionChange } from './session.ts'

/** What a connector is given to reach this data source, with what a case changes about it. */
export function connectionTo(
  mock: MockDataSource,
  deadlineMilliseconds: number,
  change: ConnectionChange = {},
): Connection {
  const connection: Connection = {
    host: mock.host,
    port: mock.port,
    ...(mock.scheme === 'http' ? { scheme: 'http' } : {}),
    ...(mock.certificate === undefined ? {} : { selfSignedCert: mock.certificate }),
    // Below the call's own deadline, so that a connector that keeps its timeout can still answer.
    options: { timeout: Math.max(1, Math.floor((0.8 * deadlineMilliseconds) / 1_000)) },
    ...change.connection,
  }
  const left = new Set<string>(change.without ?? [])
  return Object.fromEntries(
    Object.entries(connection).filter(([member]) => !left.has(member)),
  ) as Connection
}

/** Who asks, with what a case changes about it. */
export function configurationOf(account: Account, change: ConnectionChange = {}): Configuration {
  return {
    auth: { username: account.username, password: change.password ?? account.password },
  }
}
