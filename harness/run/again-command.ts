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

/**
 * The command line that verifies one clause of a run again, with the same cases and the same verdict.
 *
 * @param cwd where the run was started, and the command is pasted: paths of a configuration are of its own folder.
 */
export function againCommand(
  options: VerifyOptions,
  plan: Plan,
  clause: string,
  cwd: string = process.cwd(),
): string {
  const { target, deadlineMilliseconds, configurationFile } = options
  const folder = target.kind === 'command' ? target.cwd : target.from
  const configured =
    configurationFile !== undefined && folder !== cwd ? configurationFile : undefined
  if (target.kind === 'python-object') return pytestCommand(target, ['--clause', clause])
  const words = [
    'npx',
    'connector-contract',
    'verify',
    ...(configured === undefined ? targetWords(target) : []),
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
  const isSaid = target.kind === 'command' && configured === undefined
  const command = isSaid ? ['--', ...target.prefix] : []
  return [
    ...[...words, ...configWords(options, cwd)].map((word) => shellQuote(word)),
    ...passedWords(options),
    ...command.map((word) => shellQuote(word)),
  ].join(' ')
}

/** What is verified, where no configuration says it. */
function targetWords(target: VerifyOptions['target']): readonly string[] {
  if (target.kind === 'module') return [target.specifier]
  if (target.kind === 'stix-shifter') return stixShifterWords(target)
  return target.kind === 'proxy-host' ? proxyHostWords(target) : []
}

/** A thorough run goes on for minutes; one round of it is what these many made cases are. */
function effortWords({ runs, profile }: VerifyOptions, plan: Plan): readonly string[] {
  if (runs !== undefined) return ['--runs', String(runs)]
  if (profile === 'thorough') return ['--runs', String(plan.runs)]
  return profile === 'default' ? [] : ['--profile', profile]
}

/** The configuration file, where it is another than the one that is found by itself. */
function configWords({ configurationFile }: VerifyOptions, cwd: string): readonly string[] {
  if (configurationFile === undefined) return []
  const path = relative(cwd, configurationFile)
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
