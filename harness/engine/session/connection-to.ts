import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { Given } from '../../../contracts/data-source/credentials.ts'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { Account, MockDataSource } from '../../../mock-datasource/index.ts'
import type { ChangedMembers, ConnectionChange } from '../../kit/session.ts'
import { fillInCredentials } from './fill-in-credentials.ts'
import { mergePatch } from './merge-patch.ts'

/** What a user has every case pass to the connector: patches of what the data source's connectors are given. */
export interface Passed {
  readonly connection?: Readonly<Record<string, unknown>> | undefined
  /** The names of credentials in double braces stand for the case's own. */
  readonly configuration?: Readonly<Record<string, unknown>> | undefined
}

type Members = Readonly<Record<string, unknown>>

/** What a connector is given to reach this mock of the data source, with what a case changes about it. */
export function connectionTo(
  { given }: Pick<DataSource, 'given'>,
  mock: MockDataSource,
  deadlineMilliseconds: number,
  change: ConnectionChange = {},
  passed: Passed = {},
): Connection {
  const own = mergePatch(membersFor(given, mock, deadlineMilliseconds), given.more ?? {})
  // What a case is about goes before what the user passes, and that before what is usual.
  const usual = mergePatch(own, passed.connection ?? {})
  const connection = mergePatch(usual, changesTo(given, mock, change.connection))
  const left = new Set<string>(change.without ?? [])
  return Object.fromEntries(
    Object.entries(connection).filter(([member]) => !left.has(member)),
  ) as Connection
}

/** Who asks, with what a case changes about it. */
export function configurationOf(
  { given }: Pick<DataSource, 'given'>,
  account: Account,
  change: ConnectionChange = {},
  passed: Passed = {},
): Configuration {
  const credentials = { ...account.credentials, ...change.credentials }
  return fillInCredentials(givenConfiguration(given, passed), credentials) as Configuration
}

/** What connectors are configured with, placeholders in place of credentials. */
export function givenConfiguration(given: Given, passed: Passed = {}): Members {
  return mergePatch(given.configuration, passed.configuration ?? {})
}

function membersFor(given: Given, mock: MockDataSource, deadlineMilliseconds: number): Members {
  const { host, port, scheme, certificate } = mock
  const values: Members = {
    ...address(given, { host, port }),
    ...(scheme === 'http' ? { scheme } : {}),
    ...(certificate === undefined ? {} : { selfSignedCert: certificate }),
    // Below the call's own deadline, so that a connector that keeps its timeout can still answer.
    options: { timeout: Math.max(1, Math.floor((0.8 * deadlineMilliseconds) / 1_000)) },
  }
  const taken: readonly string[] = given.connection
  return Object.fromEntries(Object.entries(values).filter(([name]) => taken.includes(name)))
}

/** What a case changes, for a connector that is given host and port in one too. */
function changesTo(given: Given, mock: MockDataSource, change: ChangedMembers = {}): Members {
  const { host = mock.host, port = mock.port, ...rest } = change
  const isElsewhere = change.host !== undefined || change.port !== undefined
  const changed =
    isElsewhere && given.portInHost ? { ...rest, ...address(given, { host, port }) } : change
  if (given.caByEnvironment === undefined) return changed
  const { selfSignedCert: _byEnvironment, ...others } = changed
  return others
}

function address(
  given: Given,
  { host, port }: { readonly host: string; readonly port: number | string },
) {
  return given.portInHost ? { host: `${host}:${port}` } : { host, port }
}
