import { basename, dirname } from 'node:path'
import type { ConfigFile } from '../../../contracts/config-file.ts'
import { givenMembersIn } from '../../../contracts/given-members.ts'
import type { DataSourceRef } from '../../data-source/data-source-ref.ts'
import { findDataSource } from '../../data-source/find-data-source.ts'
import type { Target } from '../../drivers/target.ts'
import type { GivenSecret, Giving } from '../../engine/secrets/given-secrets.ts'
import type { Passed } from '../../engine/session/connection-to.ts'
import { UsageError } from '../../errors.ts'
import type { DataSourceOptions } from '../data-source-option.ts'
import { jsonObject } from '../json-object.ts'
import { configTarget } from './config-target.ts'
import { findConfig } from './find-config.ts'
import { loadConfig } from './load-config.ts'
import { givenWithMarks, secretsAmong } from './secrets-among.ts'

/** What is configured for a connector: by the file, and by options, which go before it. */
export interface Config {
  /** Where the file is; undefined: there is none. */
  readonly path?: string | undefined
  readonly file: ConfigFile
  readonly target: Target | undefined
  /** What the connector talks to; undefined: nobody says. */
  readonly dataSource: DataSourceRef | undefined
  readonly passed: Passed
  readonly environment: Readonly<Record<string, string>>
  /** All that is given, and what its user marks in it. */
  readonly giving: Giving
  /** What of that is secret, as far as it is known without the data source: `markedBy` knows the rest. */
  readonly secrets: readonly GivenSecret[]
}

/** The options that configure what the file can configure too. */
export interface ConfigOptions extends DataSourceOptions {
  readonly config?: string
  /** JSON, or the path of a file that holds it. */
  readonly connection?: string
  readonly configuration?: string
  readonly env?: Readonly<Record<string, string>>
  readonly secret?: readonly string[]
}

/**
 * Reads the configuration file of the current folder, or the one that is named, and puts the options on top.
 *
 * @throws UsageError where a file or an option cannot be used.
 */
export async function readConfig(options: ConfigOptions): Promise<Config> {
  const path = findConfig(process.cwd(), options.config)
  const file = path === undefined ? {} : await loadConfig(path)
  const folder = path === undefined ? process.cwd() : dirname(path)
  const passed = {
    connection: connectionOf(options.connection) ?? file.connection,
    configuration: members('--configuration', options.configuration) ?? file.configuration,
  }
  const environment = { ...file.environment, ...options.env }
  const giving = givenWithMarks({ passed, environment }, options.secret ?? [], file.secrets ?? [])
  return {
    path,
    file,
    dataSource: dataSourceNamed(options, file, { folder, path }),
    target: file.target === undefined ? undefined : configTarget(file.target, folder),
    passed,
    environment,
    giving,
    secrets: secretsAmong(giving),
  }
}

function dataSourceNamed(
  { dataSource }: ConfigOptions,
  { data_source }: ConfigFile,
  { folder, path = '' }: { readonly folder: string; readonly path: string | undefined },
): DataSourceRef | undefined {
  if (dataSource !== undefined) {
    return { ...findDataSource(dataSource, process.cwd()), by: 'command line' }
  }
  if (data_source === undefined) return undefined
  try {
    return { ...findDataSource(data_source, folder), by: 'configuration file' }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const { message, hint } = error
    throw new UsageError(
      `${basename(path)}: data_source: ${message}`,
      hint === undefined ? {} : { hint },
    )
  }
}

function connectionOf(text: string | undefined): Record<string, unknown> | undefined {
  const connection = members('--connection', text)
  const given = givenMembersIn(connection ?? {})
  if (given === undefined) return connection
  throw new UsageError(
    `--connection gives ${given}, which the harness gives: it differs from case to case`,
    { hint: 'Leave out host, port and scheme.' },
  )
}

function members(option: string, text: string | undefined): Record<string, unknown> | undefined {
  return text === undefined ? undefined : jsonObject(option, text, EXAMPLE)
}

const EXAMPLE = '{"options":{"concurrency":2}}'
