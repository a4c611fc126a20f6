import { relative, sep } from 'node:path'
import { shownName } from '../data-source/shown-name.ts'
import { proxyHostWords } from '../drivers/proxy-host/option-words.ts'
import { pytestCommand } from '../drivers/python-object/python-object-driver.ts'
import { ownShell, variableIn } from '../drivers/shell.ts'
import { shellQuote } from '../drivers/shell-quote.ts'
import { stixShifterWords } from '../drivers/stix-shifter/option-words.ts'
import type { Plan, VerifyOptions } from '../engine/plan.ts'
import { isFoundByItself } from './config-name.ts'
import { DEFAULT_DEADLINE_MILLISECONDS } from './defaults.ts'

/** The command line that verifies one clause of a run again, with the same cases and the same verdict. */
export function againCommand(options: VerifyOptions, plan: Plan, clause: string): string {
  const { target, deadlineMilliseconds } = options
  if (target.kind === 'python-object') return pytestCommand(target, ['--clause', clause])
  const words = [
    'npx',
    'connector-contract',
    'verify',
    ...(target.kind === 'module' ? [target.specifier] : []),
    ...(target.kind === 'stix-shifter' ? stixShifterWords(target) : []),
    ...(target.kind === 'proxy-host' ? proxyHostWords(target) : []),
    ...(options.dataSource === undefined ? [] : ['--data-source', shownName(options.dataSource)]),
    ...['--only', clause, '--seed', String(plan.seed)],
    ...effortWords(options, plan),
    ...(options.among === undefined ? [] : ['--among', options.among.join(',')]),
    ...(deadlineMilliseconds === DEFAULT_DEADLINE_MILLISECONDS
      ? []
      : ['--timeout', String(deadlineMilliseconds / 1_000)]),
    ...(options.strict ? ['--strict'] : []),
    ...(target.kind === 'command' && target.cold === true ? ['--cold'] : []),
    ...(options.scheme === 'http' ? ['--http'] : []),
    ...(Object.keys(options.declarations).length === 0
      ? []
      : ['--declare', JSON.stringify(options.declarations)]),
  ]
  const folder = target.kind === 'command' ? target.cwd : target.from
  const command = target.kind === 'command' ? ['--', ...target.prefix] : []
  return [
    ...[...words, ...configWords(options, folder)].map((word) => shellQuote(word)),
    ...passedWords(options),
    ...command.map((word) => shellQuote(word)),
  ].join(' ')
}

/** A thorough run goes on for minutes; one round of it is what these many made cases are. */
function effortWords({ runs, profile }: VerifyOptions, plan: Plan): readonly string[] {
  if (runs !== undefined) return ['--runs', String(runs)]
  if (profile === 'thorough') return ['--runs', String(plan.runs)]
  return profile === 'default' ? [] : ['--profile', profile]
}

/** The configuration file, where it is another than the one that is found by itself. */
function configWords({ configurationFile }: VerifyOptions, folder: string): readonly string[] {
  if (configurationFile === undefined) return []
  const path = relative(folder, configurationFile)
  return isFoundByItself(path) ? [] : ['--config', path.split(sep).join('/')]
}

/**
 * What a user passes on by options, quoted: texts of a configuration may be secrets, so that a variable stands for them.
 * What the configuration file says it says again.
 */
function passedWords({
  passed,
  configurationFile,
  variables = [],
}: VerifyOptions): readonly string[] {
  const shell = ownShell()
  const named = variables.flatMap((name) => [
    '--env',
    `${shellQuote(name)}=${variableIn(shell, name)}`,
  ])
  if (passed === undefined || configurationFile !== undefined) return named
  const { connection, configuration } = passed
  return [
    ...named,
    ...(connection === undefined ? [] : ['--connection', shellQuote(JSON.stringify(connection))]),
    ...(configuration === undefined ? [] : ['--configuration', variableIn(shell, 'CONFIGURATION')]),
  ]
}
