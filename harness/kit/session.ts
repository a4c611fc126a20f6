import type { Connection } from '../../contracts/connection.ts'
import type { Method } from '../../contracts/method.ts'
import type { CertificateFlaw, Control, FaultSpec, Row } from '../../mock-datasource/index.ts'
import type { Answer } from './answer.ts'
import type { Capabilities } from './capabilities.ts'
import type { MatrixCell } from './matrix-cell.ts'
import type { SecretFinder } from './secrets.ts'

/**
 * What a check works with: one connector bound to one fresh data source, both for this case alone. Any
 * number of sessions may be open at once; they share nothing, credentials included.
 */
export interface Session extends Capabilities {
  readonly connector: BoundConnector
  readonly dataSource: SessionDataSource
  /** Finds this session's credentials in any text. */
  readonly secrets: SecretFinder
  /** The same connector with another connection or configuration, e.g. to a port where nobody listens. */
  connectorAt(change: ConnectionChange): BoundConnector
  /**
   * A second data source of this session, with the connector bound to it. Throws CaseNotApplicable where this
   * machine does not have the address on which it is to listen.
   */
  anotherDataSource(options?: AnotherDataSource): Promise<AnotherBinding>
  /** A port of this machine on which nothing listens. */
  closedPort(): Promise<number>
  /** A host name that does not exist. Throws CaseNotApplicable where the resolver does not say so. */
  unknownHost(): Promise<string>
  /** Puts what was seen into the report's fault matrix, whether it is a violation or not. */
  fillCell(cell: MatrixCell): void
}

/** The connector under test, bound to a connection. Every call is recorded in the session's transcript. */
export interface BoundConnector {
  readonly connection: Connection
  call(method: Method, ...args: readonly unknown[]): Promise<Answer>
  ping(): Promise<Answer>
  isAsync(): Promise<Answer>
  query(query: string): Promise<Answer>
  status(searchId: string, metadata?: unknown): Promise<Answer>
  results(searchId: string, offset: unknown, length: unknown, metadata?: unknown): Promise<Answer>
  delete(searchId: string): Promise<Answer>
}

/** Members of a connection, in any form that they may have. */
export type ChangedMembers = Partial<Pick<Connection, 'host' | 'selfSignedCert' | 'options'>> & {
  readonly port?: number | string
}

export interface ConnectionChange {
  readonly connection?: ChangedMembers
  /** Members to leave out of the connection, e.g. the certificate. */
  readonly without?: readonly (keyof Connection)[]
  /** Members that are others than the session's own. */
  readonly credentials?: Readonly<Record<string, string>>
}

export interface AnotherDataSource {
  /** The address of this machine on which it listens; 127.0.0.1 where none is named. */
  readonly host?: string
  /** The names that a certificate of its own is made for; by default it shows that of the first. */
  readonly certificateFor?: readonly string[]
  /** What is wrong with that certificate beside; it is for the usual names where none are given. */
  readonly flaw?: CertificateFlaw
}

export interface AnotherBinding {
  readonly connector: BoundConnector
  readonly dataSource: SessionDataSource
  /** The same connector with another connection to it. */
  connectorAt(change: ConnectionChange): BoundConnector
  /** Where it listens, e.g. `https://127.0.0.1:41234`. */
  readonly url: string
  /** The certificate that it shows, where it speaks HTTPS. */
  readonly certificate: string | undefined
  readonly control: Control
}

/** The data source of a session, as checks set it up: directly, never by calls of the connector. */
export interface SessionDataSource {
  readonly control: Control
  /** A search that is done, in a data source of this size; for a synchronous connector, its query. */
  completedSearch(setup?: SearchSetup): Promise<TestSearch>
  /**
   * A search that stands still in this state, in the data source's word, until it is advanced. Asynchronous
   * connectors only. Throws CaseDoesNotFit where the data source has no such state.
   */
  searchIn(status: string, progress: number, setup?: SearchSetup): Promise<TestSearch>
  advance(search: TestSearch, status: string, progress: number): void
  /** From now on the data source errs so. */
  fault(spec: FaultSpec): void
}

export interface SearchSetup {
  /** Rows of the data source; default 3. */
  readonly rows?: number
  /** These rows in place of made ones. */
  readonly data?: readonly Row[]
  /** The most rows that a page of the data source holds; default 1,000. */
  readonly pageSize?: number
  /** Default: all rows. */
  readonly query?: string
}

/** A search that a check made, with what the data source will answer for it. */
export interface TestSearch {
  /** What the connector is given as `search_id`. */
  readonly id: string
  readonly query: string
  /** The full result, in its order. */
  readonly rows: readonly Row[]
  /** The keys of the full result, in its order. */
  readonly keys: readonly string[]
}
