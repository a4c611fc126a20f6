import { Command, Option } from 'commander'
import { MOST } from '../../contracts/option-bounds.ts'
import { type DriftReport, exitCodeOf } from '../drift/drift-report.ts'
import { runDrift } from '../drift/run-drift.ts'
import { driftTerminal } from '../drift/terminal/drift-terminal.ts'
import { toolName } from '../run/tool-name.ts'
import { onTerminal } from '../text/columns.ts'
import { conclude } from './conclusion.ts'
import { dataSourceOption } from './data-source-option.ts'
import { displacing } from './displacing.ts'
import type { DriftCommandOptions } from './drift/drift-options.ts'
import { MOCK, openSides } from './drift/open-sides.ts'
import { wholeNumber } from './option-parsers.ts'
import { requireUsualSource } from './require-source.ts'
import { stopSignal } from './stop-signal.ts'
import type { ExitCode } from './supervisor/protocol.ts'
import { requireWritable } from './write-whole.ts'
import { writeForGood } from './written-files.ts'

const AFTER = `
Others on the machine can see a password on a command line: better give it in ABC_PASSWORD, or a token in
ABC_TOKEN. Without --against-… options another address gets the same credentials and certificate.
Nothing is changed but by searches of its own, which are deleted again.

Exit code: 0 nothing differs; 1 something does (with --strict also: something could not be compared);
2 wrong use; 3 a side could not be reached, or the run could not be completed.`

/** `drift`: compares two deployments of the API, or one with the mock; exit 0, 1, 2 or 3. */
export function driftCommand(): Command {
  const command = new Command('drift')
    .summary('compare a deployment of the API with the mock')
    .description(
      'Runs read-only scenarios at a deployment of the API and at the mock, and compares.',
    )
    .requiredOption('--url <url>', 'the deployment, such as https://host:port')
    .option('--against <mock|url>', 'what it is compared with', MOCK)
  addSideOptions(command, '', 'ABC', '')
  addSideOptions(command, 'against-', 'ABC_AGAINST', ' of the other side')
  return command
    .addOption(dataSourceOption())
    .option('--query <query>', 'the query whose search is run', 'SELECT * FROM events')
    .option('--timeout <seconds>', 'how long one answer may take', wholeNumber(1, MOST.timeout), 30)
    .option('--json <file>', 'write the report as JSON')
    .option('--strict', 'fail also where something could not be compared', false)
    .addHelpText('after', AFTER)
    .action(async (options: DriftCommandOptions, self: Command) => {
      conclude(await run(options, (name) => self.getOptionValueSource(name) === 'cli'))
    })
}

function addSideOptions(command: Command, prefix: string, variable: string, of: string): void {
  const option = (name: string, what: string, source: string) =>
    new Option(`--${prefix}${name}`, `${what}${of}`).env(`${variable}_${source}`)
  command
    .addOption(option('username <name>', 'the user name', 'USERNAME'))
    .addOption(option('password <password>', 'the password', 'PASSWORD'))
    .addOption(option('token <token>', 'in place of both, the token', 'TOKEN'))
    .option(`--${prefix}cert <file>`, `a PEM certificate to trust${of}`)
}

async function run(
  options: DriftCommandOptions,
  isTyped: (name: string) => boolean,
): Promise<ExitCode> {
  const { json } = options
  await requireUsualSource(options, 'drift compares deployments')
  if (json !== undefined) await requireWritable(json, `--json ${json}`)
  return displacing([], json === undefined ? [] : [json], () => compareSides(options, isTyped))
}

async function compareSides(
  options: DriftCommandOptions,
  isTyped: (name: string) => boolean,
): Promise<ExitCode> {
  const { query, strict, json } = options
  const stop = new AbortController()
  void stopSignal().then(() => stop.abort())
  const sides = await openSides(options, isTyped, stop.signal)
  try {
    const report = await runDrift({ ...sides, query, date: new Date(), tool: toolName() })
    process.stdout.write(onTerminal(() => driftTerminal(report, { strict })))
    if (json !== undefined) await writeForGood(json, jsonOf(report), `--json ${json}`)
    return exitCodeOf(report, { strict })
  } finally {
    await sides.close()
  }
}

function jsonOf(report: DriftReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
