import { Command } from 'commander'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { giveVariables } from '../drivers/process/diverting-variables.ts'
import { FailureStore } from '../engine/failures/failure-store.ts'
import type { VerifyOptions } from '../engine/plan.ts'
import { dayOf } from '../engine/waivers/in-force.ts'
import { OutputError, UsageError } from '../errors.ts'
import { exitCodeOfFile, reportFile } from '../report/record/report-file.ts'
import { onlyOf } from './basis-option.ts'
import { withTemperature } from './cold-option.ts'
import { comparedWith } from './compare-option.ts'
import { conclude } from './conclusion.ts'
import { markedBy } from './config/marked-by.ts'
import { type Config, readConfig } from './config/read-config.ts'
import { requireMembers } from './config/require-members.ts'
import { withConfig } from './config/with-config.ts'
import { declaredWith } from './declarations-option.ts'
import { displacing, type OwnFiles } from './displacing.ts'
import { tellGitHub, withoutCommands } from './github-actions.ts'
import { jsonProgress } from './json-progress.ts'
import { maskOutput } from './mask-output.ts'
import { meantDataSource } from './meant-data-source.ts'
import { namedTarget } from './named-target.ts'
import { pactFile, recordPact } from './record-pact.ts'
import { requireReports, type WantedReport, wantedReports, writeReports } from './report-option.ts'
import { requirePactSource } from './require-source.ts'
import { noneRun } from './run-targets.ts'
import { requireWhole } from './shard-option.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import type { ExitCode } from './supervisor/protocol.ts'
import { terminalProgress } from './terminal-progress.ts'
import { addVerifyOptions, type Options } from './verify/options.ts'
import { verifyAll } from './verify-all.ts'
import { referenceTargets, splitCommand, targetsOf } from './verify-targets.ts'
import { writeWaivers } from './waivers/write-waivers.ts'

/** `verify`: runs connectors through the contract; exit 0, 1, 2 or 3 as README says. */
export function verifyCommand(): Command {
  return addVerifyOptions(new Command('verify')).action(
    async (words: readonly string[], options: Options, command: Command) => {
      const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli'
      const line = { words, options, isGiven }
      const { scenario } = options
      if (scenario !== undefined) conclude(await throughScenario(line, scenario))
      else conclude(await (options.watch ? watchConnector : run)(line))
    },
  )
}

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
  maskOutput(config.secrets)
  giveVariables(config.environment)
  const [target, ...others] = targetsNamed(line.words, options, config)
  if (target === undefined || others.length > 0) {
    throw new UsageError('--scenario takes one connector through it; name that one')
  }
  const { readScenario } = await import('./scenario/read-scenario.ts')
  const { verifyScenario } = await import('./scenario/verify-scenario.ts')
  const read = await readScenario(path, line.options.dataSource, config.secrets)
  const marked = await markedBy(config, read.dataSource)
  const holds = await verifyScenario(path, read, verifyOptions(target, options, marked))
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
  read: Config,
  { wanted, compared, files }: Writing,
): Promise<ExitCode> {
  maskOutput(read.secrets)
  giveVariables(read.environment)
  // What is wrong with it is wrong use, whatever becomes of the connectors.
  const targets = withTemperature(targetsNamed(words, options, read), options)
  const { dataSource, lack } = meantDataSource(read, targets)
  const config = lack === undefined ? await fitting(options, { ...read, dataSource }) : read
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
  const { matrix, timings } = options
  const { reports, trouble, error } =
    lack === undefined
      ? await verifyAll(stopped, { progress, shown: { matrix, timings }, files })
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

/**
 * Makes sure that what is passed on and recorded fits the data source, and knows what that marks as secret.
 *
 * @throws UsageError where it does not.
 */
async function fitting({ recordPact }: Options, config: Config): Promise<Config> {
  const { definition, planned } = await loadDataSource(config.dataSource)
  requireMembers(config.passed, definition)
  if (recordPact !== undefined) await requirePactSource(planned)
  return markedBy(config, config.dataSource)
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
    among: options.among,
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
