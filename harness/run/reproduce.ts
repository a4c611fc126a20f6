import { secretsOf } from '../../contracts/data-source/secrets-of.ts'
import {
  ControlError,
  type DataSourceDefinition,
  type MockDataSource,
  type MockDataSourceOptions,
  type Snapshot,
  startMockDataSource,
} from '../../mock-datasource/index.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { cannotCarry } from '../drivers/command/cannot-carry.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { Failure } from '../engine/failures/failure.ts'
import { CertificateFiles } from '../engine/session/certificate-files.ts'
import { configurationOf, connectionTo } from '../engine/session/connection-to.ts'
import { accountOf } from '../engine/session/credentials.ts'
import { environmentFor } from '../engine/session/environment-for.ts'
import { StaleFailureError, UsageError } from '../errors.ts'
import { SecretFinder } from '../kit/secrets.ts'
import type { ConnectionChange } from '../kit/session.ts'
import { DATA_SOURCE_CHANGED } from '../report/comparison/comparison-words.ts'
import type { ReplayOn } from './replay.ts'
import { secretsMissing } from './secrets-missing.ts'

/** What the mock keeps within, and who is told when it has to. */
type Bounds = Pick<MockDataSourceOptions, 'maxSearches' | 'notice'>

/** A mock in the state before a failing call, and the call. */
export interface Scene {
  readonly mock: MockDataSource
  /** The connector's call, quoted for a POSIX shell. */
  readonly command: string
  /** What else there is to know: that the data source has changed. */
  readonly note?: string
  /** Brings the state back, once calls have changed it. */
  restore(): void
  /** Stops the mock, and takes away what it needed. */
  close(): Promise<void>
}

/**
 * Brings back what a failing call found. As in the session that found it, time stands still; the account is
 * the mock's own and worth nothing elsewhere.
 *
 * @throws UsageError where the call cannot be made by hand, or there is no such data source.
 * @throws StaleFailureError where the state is none that this version can bring back.
 * @throws TargetError where the connector does not exist.
 */
export async function openScene(
  failure: Failure,
  { target, dataSource, passed = {}, ...bounds }: ReplayOn & Bounds,
): Promise<Scene> {
  const missing = secretsMissing(failure)
  if (missing !== undefined) throw new UsageError(missing)
  const { definition: source, planned } = await loadDataSource(dataSource)
  if (planned.name !== failure.data_source.name) throw ofAnother(failure)
  const account = accountOf(source, `reproduce/${failure.id}`)
  const secrets = new SecretFinder(secretsOf(source.credentials, account.credentials))
  const call = secrets.fillIn(callOf(failure))
  const { settings, ...rest } = secrets.fillIn(failure.snapshot)
  const state = { ...rest, settings: { ...settings, accounts: [account] } }
  const driver = await openDriver(target)
  const certificates = new CertificateFiles()
  try {
    const mock = await mockIn(state, failure, source, bounds)
    const command = driver.commandLine({
      connection: connectionTo(source, mock, failure.deadlineMilliseconds, call.change, passed),
      configuration: configurationOf(source, account, call.change, passed),
      environment: environmentFor(source.given, mock, call.change, certificates.fileOf),
      method: call.method,
      arguments: call.arguments,
    })
    const { hash } = failure.data_source
    return {
      mock,
      command,
      ...(hash === null || hash === planned.hash ? {} : { note: DATA_SOURCE_CHANGED }),
      restore: () => mock.control.restore(state),
      close: async () => {
        await mock.close()
        certificates.close()
      },
    }
  } finally {
    await driver.close()
  }
}

function callOf({ id, latestCall }: Failure) {
  const hint = `Run the whole case instead: npx connector-contract replay ${id}`
  if (latestCall === undefined) {
    throw new UsageError(`${id} has no call that could be made by hand`, { hint })
  }
  if (latestCall.elsewhere) {
    throw new UsageError(`${id} needs a second data source, which only the whole case has`, {
      hint,
    })
  }
  const obstacle = cannotCarry(latestCall.method, latestCall.arguments)
  if (obstacle !== undefined) {
    throw new UsageError(`${id} cannot be made on a command line: ${obstacle}`, { hint })
  }
  return { ...latestCall, change: latestCall.change as ConnectionChange }
}

/** Nothing of another data source can be brought back in this one. */
function ofAnother({ id, data_source }: Failure): StaleFailureError {
  return new StaleFailureError(`the state of ${id} is of ${data_source.name}`, {
    hint: 'Name that one with --data-source, or leave it out.',
  })
}

async function mockIn(
  state: unknown,
  { id, scheme }: Failure,
  dataSource: DataSourceDefinition,
  bounds: Bounds,
): Promise<MockDataSource> {
  try {
    // The mock itself checks that it is a snapshot.
    return await startMockDataSource({
      ...{ dataSource, scheme, ...bounds },
      clock: () => 0,
      state: state as Snapshot,
    })
  } catch (error) {
    if (!(error instanceof ControlError)) throw error
    throw new StaleFailureError(`the state of ${id} cannot be brought back: ${error.message}`, {
      hint: 'Run verify again, which writes what fails in the form of this version.',
    })
  }
}
