import type { ConfigFile } from '../../../contracts/config-file.ts'
import { proxyHostWords } from '../../drivers/proxy-host/option-words.ts'
import { stixShifterWords } from '../../drivers/stix-shifter/option-words.ts'
import { UsageError } from '../../errors.ts'
import { configTarget } from '../config/config-target.ts'
import type { VitestFunctions } from './vitest-functions.ts'

/**
 * A connector: a module's file, folder, package or `file:` URL, or whatever the configuration file can name. Paths are
 * relative to the folder in which vitest is started.
 */
export type ContractTarget = string | NonNullable<ConfigFile['target']>

type Settings = Omit<ConfigFile, '$schema' | 'target' | 'waivers'>

/** vitest's functions, and what the options of `verify` say, by the names that they have in the configuration file. */
export interface ContractOptions extends VitestFunctions, Settings {
  /** The configuration file, if it is not `connector-contract.config.*`. What is said here goes before it. */
  readonly config?: string
  /** Whether failures are tried and kept in `.connector-contract/`; true, as for `verify`. */
  readonly store?: boolean
}

/**
 * The command line of `verify` that says the same.
 *
 * @throws UsageError where the target cannot be told from an option.
 */
export function verifyWords(
  target: ContractTarget | undefined,
  options: Omit<ContractOptions, keyof VitestFunctions | 'only' | 'skip'>,
): readonly string[] {
  const { config, data_source, declare, connection, configuration } = options
  return [
    // The reference connectors are none of the user's.
    '--no-reference',
    ...valued('config', config),
    ...valued('data-source', data_source),
    ...(['seed', 'runs', 'profile', 'budget', 'timeout', 'jobs', 'memory'] as const).flatMap(
      (name) => valued(name, options[name]),
    ),
    ...(['strict', 'http'] as const).flatMap((name) =>
      options[name] === true ? [`--${name}`] : [],
    ),
    ...valued('declare', json(declare)),
    ...valued('connection', json(connection)),
    ...valued('configuration', json(configuration)),
    ...(options.store === false ? ['--no-store'] : []),
    ...targetWords(target),
  ]
}

/** What the tests are headed by. */
export function targetName(target: ContractTarget | undefined): string {
  if (target === undefined) return 'the connector of the configuration'
  if (typeof target === 'string') return target
  const { module, command, stix_shifter, proxy_host } = target
  return module ?? command?.join(' ') ?? stix_shifter?.module ?? proxy_host?.url ?? ''
}

function targetWords(target: ContractTarget | undefined): readonly string[] {
  if (target === undefined) return []
  const named = configTarget(typeof target === 'string' ? { module: target } : target, '.')
  switch (named?.kind) {
    case undefined:
      throw new UsageError('the target names no connector', {
        hint: 'Give one of module, command, stix_shifter and proxy_host.',
      })
    case 'module':
      if (!named.specifier.startsWith('-')) return [named.specifier]
      throw new UsageError(`"${named.specifier}" names no module`, { hint: 'Begin it with "./".' })
    case 'command':
      return ['--', ...named.prefix]
    case 'stix-shifter':
      return stixShifterWords(named)
    case 'python-object': // no configuration names one
      return []
    case 'proxy-host':
      return proxyHostWords(named)
  }
}

function valued(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`--${name}`, String(value)]
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}
