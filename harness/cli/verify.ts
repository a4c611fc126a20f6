import { availableParallelism } from 'node:os'
import { Command, Option } from 'commander'
import type { Basis } from '../../contracts/basis.ts'
import { MOST } from '../../contracts/option-bounds.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { giveVariables } from '../drivers/process/diverting-variables.ts'
import { FailureStore } from '../engine/failures/failure-store.ts'
import type { Shard, VerifyOptions } from '../engine/plan.ts'
import { PROFILES, type Profile } from '../engine/profile.ts'
import { dayOf } from '../engine/waivers/in-force.ts'
import { OutputError, UsageError } from '../errors.ts'
import { exitCodeOfFile, reportFile } from '../report/record/report-file.ts'
import { DEFAULT_DEADLINE_MILLISECONDS } from '../run/defaults.ts'
import { basisOption, onlyOf } from './basis-option.ts'
import { coldOption, withTemperature } from './cold-option.ts'
import { COMPARE_OPTION, comparedWith } from './compare-option.ts'
import { conclude } from './conclusion.ts'
import { addConfigOptions } from './config/add-config-options.ts'
import { type Config, type ConfigOptions, readConfig } from './config/read-config.ts'
import { requireMembers } from './config/require-members.ts'
import { withConfig } from './config/with-config.ts'
import { dataSourceOption } from './data-source-option.ts'
import { declaredWith } from './declarations-option.ts'
import { displacing, type OwnFiles } from './displacing.ts'
import { tellGitHub, withoutCommands } from './github-actions.ts'
import { jsonProgress } from './json-progress.ts'
import { maskOutput } from './mask-output.ts'
import { meantDataSource } from './meant-data-source.ts'
import { type NamedTargetOptions, namedTarget } from './named-target.ts'
import { dayToCome, list, wholeNumber } from './option-parsers.ts'
import { pactFile, recordPact } from './record-pact.ts'
import {
  REPORT_OPTION,
  requireReports,
  type WantedReport,
  wantedReport,
  wantedReports,
  writeReports,
} from './report-option.ts'
import { requirePactSource } from './require-source.ts'
import { noneRun } from './run-targets.ts'
import { requireWhole, shardOf } from './shard-option.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import type { ExitCode } from './supervisor/protocol.ts'
import { terminalProgress } from './terminal-progress.ts'
import { verifyAll } from './verify-all.ts'
import { referenceTargets, splitCommand, targetsOf } from './verify-targets.ts'
import { type WriteWaiversOptions, writeWaivers } from './waivers/write-waivers.ts'
import { watchOption } from './watch/watch-option.ts'

interface Options extends NamedTargetOptions, ConfigOptions, WriteWaiversOptions {
  readonly scenario?: string
  readonly only?: readonly string[]
  readonly basis?: Basis
  readonly skip?: readonly string[]
  readonly seed: number
  readonly runs?: number
  readonly profile: Profile
  readonly budget?: number
  readonly timeout: number
  readonly strict: boolean
  readonly http: boolean
  readonly jobs: number
  readonly memory?: number
  readonly cold: boolean
  readonly inspect?: true
  readonly inspectBrk?: true
  readonly json?: string
  readonly progress?: 'json'
  readonly report?: readonly WantedReport[]
  readonly compare?: string
  readonly recordPact?: string
  readonly pactConsumer?: string
  readonly matrix: boolean
  readonly declare?: string
  readonly shard?: Shard
  readonly reference?: boolean
  readonly watch: boolean
  readonly store: boolean
  readonly today?: string
}

/** `verify`: runs connectors through the contract; exit 0, 1, 2 or 3 as README says. */
export function verifyCommand(): Command {
  return addConfigOptions(new Command('verify'))
    .description('run a connector through every clause of the contract, against a mock data source')
    .usage('[options] [target]\n       connector-contract verify [options] -- <command...>')
    .argument(
      '[target...]',
      'a module: a file, a folder or a package; default: what the configuration file names',
    )
    .addOption(dataSourceOption())
    .option('--stix-shifter <folder>', 'a checkout of stix-shifter that holds the connector')
    .option('--python <program>', 'the Python to run it with (default: python3)')
    .option('--proxy-host <url>', "where stix-shifter's `host` command serves the connector")
    .option('--proxy-cert <file>', 'the PEM certificate of that host')
    .option('--proxy-pin <sha256>', 'the fingerprint of the one certificate that it may show')
    .option('--module <name>', "the connector's name in stix_shifter_modules")
    .option('--scenario <file>', 'try each method once in this scenario, and no clauses')
    .addOption(
      new Option('--python-object <socket>', 'where the pytest plugin serves an object').hideHelp(),
    )
    .option('--only <clauses>', 'check these clauses alone, e.g. PAGE or PAGE-1,ERR', list)
    .addOption(basisOption())
    .option('--skip <clauses>', 'leave these clauses out', list)
    .option('--seed <number>', 'what the made cases come from', wholeNumber(0), 1)
    .option(
      '--runs <number>',
      'made cases for each check, and all listed ones (default: what the profile comes to)',
      wholeNumber(1, MOST.runs),
    )
    .addOption(
      new Option(
        '--profile <name>',
        'how much is tried: at most 500 calls, at most 3000, or all that is listed and three rounds of made cases',
      )
        .choices(PROFILES)
        .default('default'),
    )
    .option(
      '--budget <seconds>',
      'how long the run may go on: cut short, it has no verdict (default: to its end)',
      wholeNumber(1, MOST.budget),
    )
    .option(
      '--timeout <seconds>',
      'how long one call may take',
      wholeNumber(2, MOST.timeout),
      DEFAULT_DEADLINE_MILLISECONDS / 1_000,
    )
    .option('--strict', 'fail on a SHOULD too', false)
    .option('--http', 'let the data source speak plain HTTP', false)
    .option(
      '--jobs <number>',
      'workers side by side',
      wholeNumber(1, MOST.jobs),
      Math.min(availableParallelism(), MOST.jobs),
    )
    .option(
      '--memory <megabytes>',
      'how much a process of the connector may take (default: 1024)',
      wholeNumber(16, MOST.memory),
    )
    .addOption(coldOption())
    .option('--inspect', 'say where a debugger attaches to the connector; nothing has a deadline')
    .option('--inspect-brk', 'the same, and wait for the debugger')
    .option('--json <file>', 'write the whole record as JSON')
    .addOption(
      new Option('--progress <form>', 'tell a program how far it has come')
        .choices(['json'])
        .hideHelp(),
    )
    .option('--report <form=file>', REPORT_OPTION, wantedReport)
    .option('--compare <file>', COMPARE_OPTION)
    .option('--record-pact <file>', 'write what the connector asks of the data source as a pact')
    .option('--pact-consumer <name>', 'what that pact calls the connector (default: the target)')
    .option('--matrix', 'show what each method does under each kind of fault', false)
    .option('--declare <json>', "what the connector's author declares: JSON, or a file of it")
    .option(
      '--write-waivers [file]',
      'draft waivers for what is violated now (default: in the configuration file)',
    )
    .option(
      '--today <day>',
      'which waivers count, as if it were that day, as in 2027-01-31',
      dayToCome(),
    )
    .option(
      '--shard <i/n>',
      'run one of n parts of the run; `merge` puts their reports together',
      shardOf,
    )
    .addOption(watchOption())
    .option('--reference', 'verify the reference connectors of connector-contract')
    .addOption(new Option('--no-reference', 'what is so without --reference').hideHelp())
    .option('--no-store', 'neither try nor keep failures in .connector-contract/')
    .addHelpText('after', AFTER)
    .action(async (words: readonly string[], options: Options, command: Command) => {
      const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli'
      const line = { words, options, isGiven }
      const { scenario } = options
      if (scenario !== undefined) conclude(await throughScenario(line, scenario))
      else conclude(await (options.watch ? watchConnector : run)(line))
    })
}

const AFTER = `
After -- stands the command to which connection, configuration, method and arguments are added:
  connector-contract verify -- python3 main.py transmit abc

Exit code: 0 every MUST holds or is waived; 1 not, or a waiver is stale; 2 wrong use; 3 the
connector could not be started, or the run could not be completed.`

/** What stands on the command line. */
interface CommandLine {
  readonly words: readonly string[]
  readonly options: Options
  isGiven(option: string): boolean
}

async function configured({ options, isGiven }: CommandLine) {
  const config = await readConfig(options)
  return { config, options: withConfig(options, config.file, isGiven) }
}

/** Takes a connector through a scenario, without a report: what is wrong stands beside the call. */
async function throughScenario(line: CommandLine, path: string): Promise<ExitCode> {
  const { config, options } = await configured(line)
  giveVariables(config.environment)
  const [target, ...others] = targetsNamed(line.words, options, config)
  if (target === undefined || others.length > 0) {
    throw new UsageError('--scenario takes one connector through it; name that one')
  }
  const { readScenario } = await import('./scenario/read-scenario.ts')
  const { verifyScenario } = await import('./scenario/verify-scenario.ts')
  const read = await readScenario(path, line.options.dataSource)
  const holds = await verifyScenario(path, read, verifyOptions(target, options, config))
  return holds ? 0 : 1
}

/** The files of an earlier run are gone before anything of the configuration, a data source or a connector runs. */
async function run(line: CommandLine): Promise<ExitCode> {
  const wanted = wantedReports(line.options)
  await requireReports(wanted)
  const compared = await comparedWith(line.options.compare)
  return displacing(wanted, await pactFile(line.options), async (files) => {
    const { config, options } = await configured(line)
    return verifyTargets(line.words, options, config, { wanted, compared, files })
  })
}

/** Where what is found goes. */
interface Writing {
  readonly wanted: readonly WantedReport[]
  readonly compared: Awaited<ReturnType<typeof comparedWith>>
  readonly files: OwnFiles
}

async function verifyTargets(
  words: readonly string[],
  options: Options,
  config: Config,
  { wanted, compared, files }: Writing,
): Promise<ExitCode> {
  maskOutput(config.secrets)
  giveVariables(config.environment)
  // What is wrong with it is wrong use, whatever becomes of the connectors.
  const targets = withTemperature(targetsNamed(words, options, config), options)
  const { dataSource, lack } = meantDataSource(config, targets)
  if (lack === undefined) await requireFitting(options, { ...config, dataSource })
  const stop = stopOnSignals()
  const runs = targets.map((target) => ({
    ...verifyOptions(target, options, { ...config, dataSource }),
    // They are of the connector that is named. Where none is, those of this project have none.
    waivers: targets.length === 1 ? (config.file.waivers ?? []) : [],
  }))
  requireWhole(options)
  const recording = await recordPact(options, runs.length, config.secrets)
  const drafting = await writeWaivers(options, config.path, options.today ?? dayOf(new Date()))
  const told = options.progress === 'json' ? jsonProgress : terminalProgress
  const progress = { ...told(process.stderr), ...recording.progress }
  const stopped = runs.map((each) => ({ ...each, stop }))
  const { matrix } = options
  const { reports, trouble, error } =
    lack === undefined
      ? await verifyAll(stopped, { progress, matrix, files })
      : noneRun(targets, lack)
  files.take()
  const isWhole = trouble.length === 0
  const isComplete = isWhole && reports.every((report) => report.trouble.length === 0)
  const unwritten = await whyNot(() => recording.write(isComplete))
  const whole = reportFile(reports, [...trouble, ...unwritten])
  const { comparison, text } = compared(whole)
  process.stdout.write(withoutCommands(text))
  const file = await writeReports(whole, wanted, { comparison })
  // What shards have found is told once, by whoever merges them.
  if (options.shard === undefined) {
    await tellGitHub(file, wanted.find(({ form }) => form === 'json')?.path)
  }
  if (error !== undefined) throw error
  if (isWhole) await drafting.write(reports)
  return exitCodeOfFile(file)
}

/** Makes sure that what is passed on and recorded fits the data source. @throws UsageError where it does not. */
async function requireFitting({ recordPact }: Options, config: Config): Promise<void> {
  const { definition, planned } = await loadDataSource(config.dataSource)
  requireMembers(config.passed, definition)
  if (recordPact !== undefined) await requirePactSource(planned)
}

/** Whether something that the user wants beside the report cannot be written, and why. */
async function whyNot(write: () => Promise<void>): Promise<readonly string[]> {
  try {
    await write()
    return []
  } catch (error) {
    if (!(error instanceof OutputError)) throw error
    process.stderr.write(`error: ${error.message}\n`)
    return [error.message]
  }
}

async function watchConnector(line: CommandLine): Promise<ExitCode> {
  const { watch, withoutWatch } = await import('./watch.ts')
  const { config, options } = await configured(line)
  const targets = targetsNamed(line.words, options, config)
  return watch({
    words: withoutWatch(process.argv),
    targets,
    configurationFile: config.path,
    dataSource: meantDataSource(config, targets, () => {}).dataSource,
    written: [...wantedReports(options).map(({ path }) => path), options.recordPact ?? ''],
  })
}

/** A debugger stops one process. */
function processesOf({ jobs, memory, inspect, inspectBrk }: Options) {
  if (inspectBrk === true)
    return { jobs: 1, memoryMegabytes: memory, inspect: 'inspect-brk' } as const
  if (inspect === true) return { jobs: 1, memoryMegabytes: memory, inspect: 'inspect' } as const
  return { jobs, memoryMegabytes: memory }
}

/** What the command line names, else what the configuration does; the reference connectors by their option alone. */
function targetsNamed(words: readonly string[], options: Options, config: Config) {
  const named = namedTarget(options, words)
  if (options.reference === true) return referenceTargets(named === undefined ? words : ['another'])
  if (named !== undefined) return [named]
  if (words.length === 0 && config.target !== undefined) return [config.target]
  return targetsOf(words, splitCommand(process.argv))
}

function verifyOptions(
  target: VerifyOptions['target'],
  options: Options,
  config: Config,
): VerifyOptions {
  return {
    target,
    dataSource: config.dataSource,
    scheme: options.http ? 'http' : 'https',
    only: onlyOf(options.only, options.basis),
    skip: options.skip ?? [],
    seed: options.seed,
    profile: options.profile,
    runs: options.runs,
    budgetMilliseconds: options.budget === undefined ? undefined : options.budget * 1_000,
    deadlineMilliseconds: options.timeout * 1_000,
    ...processesOf(options),
    strict: options.strict,
    ...declaredWith(options.declare, config.file.declare),
    passed: config.passed,
    secrets: config.secrets,
    configurationFile: config.path,
    variables: Object.keys(options.env ?? {}),
    today: options.today,
    shard: options.shard,
    footprint: options.recordPact !== undefined,
    failures: options.store ? new FailureStore(process.cwd(), config.secrets) : undefined,
  }
}
