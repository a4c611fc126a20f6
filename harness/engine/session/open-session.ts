import type { Connection } from '../../../contracts/connection.ts'
import type { NamedSecret } from '../../../contracts/data-source/secret.ts'
import {
  type Certificate,
  type DataSourceDefinition,
  type MockDataSource,
  makeCertificate,
  type Snapshot,
  startMockDataSource,
} from '../../../mock-datasource/index.ts'
import type { Driver } from '../../drivers/driver.ts'
import type { ObservedCall, ObservedSearch } from '../../explain/evidence.ts'
import type { Answer } from '../../kit/answer.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import type { MatrixCell } from '../../kit/matrix-cell.ts'
import { SecretFinder } from '../../kit/secrets.ts'
import type {
  AnotherBinding,
  BoundConnector,
  ConnectionChange,
  Session,
} from '../../kit/session.ts'
import { bindConnector } from './bound-connector.ts'
import { CertificateFiles } from './certificate-files.ts'
import { configurationOf, connectionTo, givenConfiguration, type Passed } from './connection-to.ts'
import { accountOf } from './credentials.ts'
import { describeChange } from './describe-change.ts'
import { environmentFor } from './environment-for.ts'
import { placeholdersIn } from './fill-in-credentials.ts'
import { closedPort, unknownHost, unlessThereIsNo } from './nowhere.ts'
import { sessionDataSource } from './session-data-source.ts'
import { type RepeatableCall, type TranscriptCall, transcribe } from './transcript.ts'
import { withoutTexts } from './without-texts.ts'

export interface SessionOptions extends Capabilities {
  readonly source: DataSourceDefinition
  readonly driver: Driver
  /** What the data source shows when it speaks HTTPS; made once a run, since making one takes time. */
  readonly certificate: Certificate
  /** Names the session; its credentials come from it. */
  readonly name: string
  /** How long one call may take, in milliseconds. */
  readonly deadlineMilliseconds: number
  /** Whether a call that goes on making requests has no longer than any other: where it is about time. */
  readonly isStrict?: boolean
  /** What the user has every case pass. */
  readonly passed?: Passed | undefined
  /** Told of every call, whatever comes of it. */
  readonly called?: ((answer: Answer, secrets: SecretFinder, isUsual: boolean) => void) | undefined
}

/** A session with what its owner needs afterwards. */
export interface OpenSession extends Session {
  /** @param calls so many of the first calls; undefined: all. */
  transcript(calls?: number): readonly TranscriptCall[]
  /** The last of so many calls, to make it again elsewhere; undefined before the first. */
  lastCall(calls?: number): RepeatableCall | undefined
  /** The state of the data source before that call, to bring it back elsewhere. */
  snapshotBefore(calls?: number): Snapshot
  /** Every call with the search that it was about, for those who explain what went wrong. */
  readonly calls: readonly ObservedCall[]
  readonly cells: readonly MatrixCell[]
  close(): Promise<void>
}

/** Time stands still in a session, so that a search moves only when a check moves it. */
const STILL = { by: 'clock', milliseconds: 3_600_000 } as const

/** Starts a data source on a port of its own and binds the connector under test to it. */
export async function openSession(options: SessionOptions): Promise<OpenSession> {
  const { source, passed } = options
  const account = accountOf(source, options.name)
  const mocks: MockDataSource[] = []
  const certificates = new CertificateFiles()
  const secrets = new SecretFinder(secretsOf(mocks, givenConfiguration(source.given, passed)))
  const transcript: (() => TranscriptCall)[] = []
  const calls: ObservedCall[] = []
  const cells: MatrixCell[] = []
  const searches = new Map<unknown, ObservedSearch>()
  const repeatable: RepeatableCall[] = []
  const states: (Snapshot | undefined)[] = []
  let before: Snapshot | undefined

  const start = async (certificate: Certificate, host = '127.0.0.1') => {
    const mock = await startMockDataSource({
      dataSource: source,
      host,
      scheme: options.scheme,
      certificate,
      clock: () => 0,
      settings: { accounts: [account], progress: STILL },
    })
    mocks.push(mock)
    return mock
  }
  const bind = (mock: MockDataSource, change: ConnectionChange = {}): BoundConnector =>
    bindConnector({
      driver: options.driver,
      connection: connectionTo(source, mock, options.deadlineMilliseconds, change, passed),
      configuration: configurationOf(source, account, change, passed),
      environment: environmentFor(source.given, mock, change, certificates.fileOf),
      deadlineMilliseconds: options.deadlineMilliseconds,
      isStrict: options.isStrict ?? false,
      rowKey: options.declarations.row_key ?? options.source.rows.key,
      journal: mock.control.journal,
      aboutToCall: () => {
        before = mocks[0]?.control.snapshot()
      },
      record: (answer, connection) => {
        const commandLine = (shown: Connection) =>
          options.driver.commandLine({
            ...answer,
            connection: shown,
            environment: environmentFor(source.given, mock, change, () => 'CERTIFICATE'),
            configuration: configurationOf(source, account, change, withoutTexts(passed)),
          })
        const { method, arguments: args } = answer
        const elsewhere = mock !== mocks[0] || leadsToAnother(before, mocks.slice(1))
        repeatable.push({ method, arguments: args, change, elsewhere })
        states.push(before)
        const ordinary = !elsewhere && Object.keys(change).length === 0
        calls.push({ answer, search: searches.get(args[0]), ordinary })
        const isUsual = ordinary && mock.control.faults().length === 0
        options.called?.(answer, secrets, isUsual)
        // Written out for a violation alone: most calls are none, and the writing is dear.
        const changed = describeChange(change, mock !== mocks[0], source.given)
        transcript.push(() => transcribe(answer, connection, commandLine, secrets, changed))
      },
    })

  const dataSourceOf = ({ control }: MockDataSource) =>
    sessionDataSource(control, options, ({ id, keys }) => {
      searches.set(id, { keys, pageSize: control.settings().maxPageSize })
    })

  const mock = await start(options.certificate)
  return {
    mode: options.mode,
    scheme: options.scheme,
    declarations: options.declarations,
    source,
    passed,
    secrets,
    transcript: (made) => transcript.slice(0, made).map((write) => write()),
    connector: bind(mock),
    dataSource: dataSourceOf(mock),
    connectorAt: (change) => bind(mock, change),
    anotherDataSource: async ({
      certificateFor: names,
      flaw,
      host,
    } = {}): Promise<AnotherBinding> => {
      const shown =
        names === undefined && flaw === undefined
          ? options.certificate
          : await makeCertificate({ ...(names && { names }), flaw })
      const another = await start(shown, host).catch(unlessThereIsNo(host))
      const { url, certificate, control } = another
      return {
        ...{ connector: bind(another), connectorAt: (change) => bind(another, change) },
        ...{ dataSource: dataSourceOf(another), url, certificate, control },
      }
    },
    closedPort,
    unknownHost,
    fillCell: (cell) => {
      cells.push({ ...cell, outcome: secrets.mask(cell.outcome) })
    },
    calls,
    cells,
    lastCall: (made = repeatable.length) => repeatable[made - 1],
    snapshotBefore: (made = states.length) => states[made - 1] ?? mock.control.snapshot(),
    close: async () => {
      await Promise.all(mocks.map((each) => each.close()))
      certificates.close()
    },
  }
}

/** Reads what these mocks know of secrets, those first that the connector is given. */
function secretsOf(mocks: readonly MockDataSource[], configuration: unknown) {
  const given = placeholdersIn(configuration)
  const rank = ({ name }: NamedSecret) => (given.includes(name) ? 0 : 1)
  return () =>
    mocks.flatMap(({ control }) => control.secrets()).sort((one, other) => rank(one) - rank(other))
}

/** Whether the state sends its clients on to one of these data sources. */
function leadsToAnother(state: Snapshot | undefined, others: readonly MockDataSource[]): boolean {
  return others.some(({ url }) => JSON.stringify(state?.faults ?? []).includes(url))
}
