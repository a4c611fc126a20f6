import type { Configuration, Connection } from '../../contracts/connection.ts'
import {
  type Account,
  type Certificate,
  type MockDataSource,
  makeCertificate,
  type Snapshot,
  startMockDataSource,
} from '../../mock-datasource/index.ts'
import type { Driver } from '../drivers/driver.ts'
import { bindConnector } from './bound-connector.ts'
import { accountOf } from './credentials.ts'
import type { Capabilities } from './define-check.ts'
import { closedPort, unknownHost } from './nowhere.ts'
import { SecretFinder } from './secrets.ts'
import type { AnotherBinding, BoundConnector, ConnectionChange, Session } from './session.ts'
import { sessionDataSource } from './session-data-source.ts'
import { type RepeatableCall, type TranscriptCall, transcribe } from './transcript.ts'

export interface SessionOptions extends Capabilities {
  readonly driver: Driver
  /** What the data source shows when it speaks HTTPS; made once a run, since making one takes time. */
  readonly certificate: Certificate
  /** Names the session; its credentials come from it. */
  readonly name: string
  /** How long one call may take, in milliseconds. */
  readonly deadlineMilliseconds: number
}

/** A session with what its owner needs afterwards. */
export interface OpenSession extends Session {
  transcript(): readonly TranscriptCall[]
  /** The latest call, to make it again elsewhere; undefined before the first. */
  latestCall(): RepeatableCall | undefined
  /** The state of the data source before the latest call, to bring it back elsewhere. */
  snapshotBeforeLatestCall(): Snapshot
  close(): Promise<void>
}

/** Time stands still in a session, so that a search moves only when a check moves it. */
const STILL = { by: 'clock', milliseconds: 3_600_000 } as const

/** Starts a data source on a port of its own and binds the connector under test to it. */
export async function openSession(options: SessionOptions): Promise<OpenSession> {
  const account = accountOf(options.name)
  const secrets = new SecretFinder(account)
  const mocks: MockDataSource[] = []
  const transcript: (() => TranscriptCall)[] = []
  let latestCall: RepeatableCall | undefined
  let before: Snapshot | undefined

  const start = async (certificate: Certificate) => {
    const mock = await startMockDataSource({
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
      connection: connectionTo(mock, options.deadlineMilliseconds, change),
      configuration: configurationOf(account, change),
      deadlineMilliseconds: options.deadlineMilliseconds,
      journal: mock.control.journal,
      aboutToCall: () => {
        before = mocks[0]?.control.snapshot()
      },
      record: (answer, connection) => {
        const commandLine = () =>
          options.driver.commandLine({
            ...answer,
            connection,
            configuration: configurationOf(account, change),
          })
        const { method, arguments: args } = answer
        latestCall = { method, arguments: args, change, elsewhere: mock !== mocks[0] }
        // Written out for a violation alone: most calls are none, and the writing is dear.
        transcript.push(() => transcribe(answer, connection, commandLine, secrets))
      },
    })

  const mock = await start(options.certificate)
  return {
    mode: options.mode,
    scheme: options.scheme,
    declarations: options.declarations,
    secrets,
    transcript: () => transcript.map((write) => write()),
    connector: bind(mock),
    dataSource: sessionDataSource(mock.control, options.mode),
    connectorAt: (change) => bind(mock, change),
    anotherDataSource: async ({ certificateFor } = {}): Promise<AnotherBinding> => {
      const another = await start(
        certificateFor === undefined
          ? options.certificate
          : await makeCertificate({ names: certificateFor }),
      )
      const { url, certificate, control } = another
      return { connector: bind(another), url, certificate, control }
    },
    closedPort,
    unknownHost,
    latestCall: () => latestCall,
    snapshotBeforeLatestCall: () => before ?? mock.control.snapshot(),
    close: async () => {
      await Promise.all(mocks.map((each) => each.close()))
    },
  }
}

function connectionTo(
  mock: MockDataSource,
  deadlineMilliseconds: number,
  change: ConnectionChange,
): Connection {
  const connection: Connection = {
    host: mock.host,
    port: mock.port,
    ...(mock.scheme === 'http' ? { scheme: 'http' } : {}),
    ...(mock.certificate === undefined ? {} : { selfSignedCert: mock.certificate }),
    // Below the call's own deadline, so that a connector that keeps its timeout can still answer.
    options: { timeout: Math.max(1, Math.floor(deadlineMilliseconds / 2_000)) },
    ...change.connection,
  }
  const left = new Set<string>(change.without ?? [])
  return Object.fromEntries(
    Object.entries(connection).filter(([member]) => !left.has(member)),
  ) as Connection
}

function configurationOf(account: Account, change: ConnectionChange): Configuration {
  return {
    auth: { username: account.username, password: change.password ?? account.password },
  }
}
