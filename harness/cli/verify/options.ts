import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import type { Basis } from '../../../contracts/basis.ts'
import { MOST } from '../../../contracts/option-bounds.ts'
import type { Shard } from '../../engine/plan.ts'
import { PROFILES, type Profile } from '../../engine/profile.ts'
import { DEFAULT_DEADLINE_MILLISECONDS } from '../../run/defaults.ts'
import { basisOption } from '../basis-option.ts'
import { coldOption } from '../cold-option.ts'
import { COMPARE_OPTION } from '../compare-option.ts'
import { addConfigOptions } from '../config/add-config-options.ts'
import type { ConfigOptions } from '../config/read-config.ts'
import { dataSourceOption } from '../data-source-option.ts'
import type { NamedTargetOptions } from '../named-target.ts'
import { dayToCome, list, wholeNumber } from '../option-parsers.ts'
import { REPORT_OPTION, type WantedReport, wantedReport } from '../report-option.ts'
import { shardOf } from '../shard-option.ts'
import type { WriteWaiversOptions } from '../waivers/write-waivers.ts'
import { watchOption } from '../watch/watch-option.ts'

/** What the command line of `verify` says. */
export interface Options extends NamedTargetOptions, ConfigOptions, WriteWaiversOptions {
  readonly scenario?: string
  readonly only?: readonly string[]
  readonly basis?: Basis
  readonly skip?: readonly string[]
  readonly among?: readonly string[]
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
  readonly timings: boolean
  readonly declare?: string
  readonly shard?: Shard
  readonly reference?: boolean
  readonly watch: boolean
  readonly store: boolean
  readonly today?: string
}

/** Describes `verify`, its operands and its options. */
export function addVerifyOptions(command: Command): Command {
  return addConfigOptions(command)
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
    .option('--among <clauses>', 'try as much of each as a run of these clauses does', list)
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
    .option('--timings', 'show whose time the calls took: connector, data source, harness', false)
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
}

const AFTER = `
After -- stands the command to which connection, configuration, method and arguments are added:
  connector-contract verify -- python3 main.py transmit abc

Exit code: 0 every MUST holds or is waived; 1 not, or a waiver is stale; 2 wrong use; 3 the
connector could not be started, or the run could not be completed.`
