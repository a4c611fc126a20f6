import type { NamedBy } from '../../contracts/data-source/named-by.ts'
import type { PlannedDataSource } from '../data-source/data-source-ref.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { UsageError } from '../errors.ts'
import { type Config, readConfig } from './config/read-config.ts'
import type { DataSourceOptions } from './data-source-option.ts'

/**
 * Makes sure that a pact can be recorded: pacts are of one data source so far, which is the one that is meant where
 * nobody names another.
 *
 * @throws UsageError where the connector talks to another one.
 */
export async function requirePactSource({ name, title }: PlannedDataSource): Promise<void> {
  const { planned } = await loadDataSource()
  if (planned.name === name) return
  throw new UsageError(`pacts are of ${planned.title} alone; this connector talks to ${title}`)
}

/** As `requireUsual`, for a command to which nothing else is configured. */
export async function requireUsualSource(options: DataSourceOptions, does: string): Promise<void> {
  await requireUsual(await readConfig(options), does)
}

/**
 * Makes sure that a command which knows one data source alone is not used for another, which an option or the
 * configuration file of the current folder names.
 *
 * @param does what it does for that one: `drift compares deployments`.
 * @throws UsageError where another one is named.
 */
export async function requireUsual(
  { dataSource }: Pick<Config, 'dataSource'>,
  does: string,
): Promise<void> {
  if (dataSource === undefined) return
  const { planned: usual } = await loadDataSource()
  const { planned } = await loadDataSource(dataSource)
  if (planned.name === usual.name) return
  const by = WHO[dataSource.by ?? 'command line']
  throw new UsageError(`${does} of ${usual.title} alone; ${by} names ${planned.title}`)
}

const WHO: Readonly<Record<NamedBy, string>> = {
  'command line': '--data-source',
  'configuration file': 'data_source: of the configuration file',
  module: 'the module',
}
