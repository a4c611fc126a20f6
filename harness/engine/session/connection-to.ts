import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { Account, MockDataSource } from '../../../mock-datasource/index.ts'
import type { ConnectionChange } from '../../kit/session.ts'
import { fillInAccount } from './fill-in-account.ts'
import { mergeMembers } from './merge-members.ts'

/** What a user has every case pass to the connector, beside what the harness passes itself. */
export interface Passed {
  readonly connection?: Readonly<Record<string, unknown>> | undefined
  /** `{{username}}`, `{{password}}` and `{{token}}` in it stand for the case's own. */
  readonly configuration?: Readonly<Record<string, unknown>> | undefined
}

/** What a connector is given to reach this data source, with what a case changes about it. */
export function connectionTo(
  mock: MockDataSource,
  deadlineMilliseconds: number,
  change: ConnectionChange = {},
  passed: Passed = {},
): Connection {
  const own: Connection = {
    host: mock.host,
    port: mock.port,
    ...(mock.scheme === 'http' ? { scheme: 'http' } : {}),
    ...(mock.certificate === undefined ? {} : { selfSignedCert: mock.certificate }),
    // Below the call's own deadline, so that a connector that keeps its timeout can still answer.
    options: { timeout: Math.max(1, Math.floor((0.8 * deadlineMilliseconds) / 1_000)) },
  }
  // What a case is about goes before what the user passes, and that before what is usual.
  const usual = mergeMembers(own, passed.connection ?? {})
  const connection = mergeMembers(usual, change.connection ?? {})
  const left = new Set<string>(change.without ?? [])
  return Object.fromEntries(
    Object.entries(connection).filter(([member]) => !left.has(member)),
  ) as Connection
}

/** Who asks, with what a case changes about it. */
export function configurationOf(
  account: Account,
  change: ConnectionChange = {},
  passed: Passed = {},
): Configuration {
  const asked = { ...account, password: change.password ?? account.password }
  const own = { auth: { username: asked.username, password: asked.password } }
  return mergeMembers(own, fillInAccount(passed.configuration ?? {}, asked)) as Configuration
}
