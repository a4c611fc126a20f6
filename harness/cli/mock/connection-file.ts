import { rename, rm, writeFile } from 'node:fs/promises'
import type { DataSourceDefinition, MockDataSource } from '../../../mock-datasource/index.ts'
import { configurationOf, connectionTo } from '../../engine/session/connection-to.ts'
import { environmentFor } from '../../engine/session/environment-for.ts'
import { UsageError } from '../../errors.ts'
import { hostToReach, urlToReach } from './url-to-reach.ts'

/** For a file that holds passwords. */
const OWNER_ONLY = 0o600
/** In milliseconds, what a connector takes for the length of a call where nobody says it. */
const CALL = 10_000

/**
 * Writes, as JSON, what a program needs that drives a mock and a connector: its `url`, the `connection` and
 * `configuration` that a connector is given, and the variables of its process.
 *
 * @throws UsageError where the file cannot be written.
 */
export async function writeConnection(
  path: string,
  mock: MockDataSource,
  source: DataSourceDefinition,
  certificate: string | undefined,
): Promise<void> {
  const reachable = { ...mock, account: mock.account, host: hostToReach(mock.host) }
  const facts = {
    data_source: source.name,
    url: urlToReach(mock),
    certificate: certificate ?? null,
    connection: connectionTo(source, reachable, CALL),
    configuration: configurationOf(source, mock.account),
    environment: environmentFor(source.given, mock, {}, () => certificate ?? ''),
  }
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    await writeFile(unfinished, `${JSON.stringify(facts)}\n`, { mode: OWNER_ONLY })
    await rename(unfinished, path)
  } catch (error) {
    // Where it lies in no folder, there is nothing to take away.
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new UsageError(`--connection-out ${path} cannot be written: ${(error as Error).message}`)
  }
}
