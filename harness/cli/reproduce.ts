import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { giveVariables } from '../drivers/process/diverting-variables.ts'
import { dataSourceOf, targetOf } from '../engine/failures/failure.ts'
import { FailureStore } from '../engine/failures/failure-store.ts'
import { findFailure } from '../engine/failures/find-failure.ts'
import { Placeholders } from '../engine/secrets/placeholders.ts'
import { UsageError } from '../errors.ts'
import { exchangeLines } from '../report/lines/call-lines.ts'
import { openScene, type Scene } from '../run/reproduce.ts'
import { onTerminal } from '../text/columns.ts'
import { visible } from '../text/visible.ts'
import { mayRun, wouldRun } from './ask-before-running.ts'
import { conclude } from './conclusion.ts'
import { addConfigOptions } from './config/add-config-options.ts'
import { markedBy } from './config/marked-by.ts'
import { type ConfigOptions, readConfig } from './config/read-config.ts'
import { dataSourceOption } from './data-source-option.ts'
import { failureOperands } from './failure-operands.ts'
import { maskOutput } from './mask-output.ts'
import { maxSearchesOption } from './max-searches-option.ts'
import { openInBrowser, pageAddress } from './mock/page-address.ts'
import { sceneLines } from './reproduce/scene-lines.ts'
import { writeScenario } from './scenario/write-scenario.ts'
import { stopSignal } from './stop-signal.ts'
import { splitCommand } from './verify-targets.ts'

const AFTER = `
A target, named as for verify, takes the place of the one that failed.

Exit code: 0 stopped by SIGINT or SIGTERM; 2 wrong use, such as an unknown id or a call that cannot be
made by hand; 3 the connector does not exist, or the state is none that this version can bring back.`

/** `reproduce`: serves the mock in the state before a failing call, until it is stopped by a signal. */
export function reproduceCommand(): Command {
  return addConfigOptions(new Command('reproduce'))
    .description('serve the state before a failing call, and print the call to paste')
    .addOption(dataSourceOption())
    .addOption(maxSearchesOption())
    .option('--scenario <file>', 'write that state and the call as a scenario, and serve nothing')
    .option('--run', 'bring back also what this machine has not kept')
    .option('--open', 'open the page that shows what happens and changes it')
    .usage('<id> [target]\n       connector-contract reproduce <id> -- <command...>')
    .argument('[words...]', 'the id that verify has shown, and a module to try it on')
    .addHelpText('after', AFTER)
    .action(async (words: readonly string[], options: ConfigOptions) => {
      await run(words, options)
      conclude(0)
    })
}

async function run(
  words: readonly string[],
  options: ConfigOptions & {
    readonly maxSearches?: number
    readonly open?: true
    readonly run?: true
    readonly scenario?: string
  },
): Promise<void> {
  const config = await readConfig(options)
  const { passed, environment, dataSource } = config
  maskOutput(config.secrets)
  giveVariables(environment)
  const stopped = stopSignal()
  const { id, target } = failureOperands(words, splitCommand(process.argv))
  // A scenario is written with placeholders in the place of secrets.
  const store = new FailureStore(
    process.cwd(),
    options.scenario === undefined ? config.secrets : [],
  )
  const { failures, warning, foreign } = await store.read()
  if (warning !== undefined) process.stderr.write(`warning: ${visible(warning)}\n`)
  if (id === undefined) {
    throw new UsageError('no failure is named', {
      hint: 'Write: connector-contract reproduce <id>, with an id that verify has shown.',
    })
  }
  const failure = findFailure(failures, id)
  if (options.scenario !== undefined) {
    await writeScenario(failure, store.folder, options.scenario)
    return
  }
  const asked = { failure, folder: store.folder, run: options.run === true || target !== undefined }
  if (foreign?.has(id) && !(await mayRun(asked))) {
    throw new UsageError(`${id} was not kept by this machine, and runs ${wouldRun(asked)}`, {
      hint: 'To have it brought back, add --run, or name what is to be run instead.',
    })
  }
  // What a failure was found with goes before what the file says of runs to come.
  const on = options.dataSource === undefined ? dataSourceOf(failure, store.folder) : dataSource
  const { secrets } = await markedBy(config, on)
  const scene = await openScene(new Placeholders(secrets).fillIn(failure), {
    target: target ?? targetOf(failure, store.folder),
    dataSource: on,
    passed,
    maxSearches: options.maxSearches,
    notice: (sentence) => process.stderr.write(`warning: ${sentence}\n`),
  })
  if (scene.note !== undefined) process.stderr.write(`note: ${scene.note}\n`)
  try {
    const lines = onTerminal(() => sceneLines(failure, scene, secrets))
    process.stdout.write(`${lines.join('\n')}\n`)
    if (options.open) openInBrowser(pageAddress(scene.mock))
    await show(scene, stopped)
  } finally {
    await scene.close()
  }
}

/** Prints each exchange as it ends, and brings the state back at each line from the user. */
async function show({ mock, restore }: Scene, stopped: Promise<void>): Promise<void> {
  const print = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`)
  mock.control.journal.subscribe((entry) => print(exchangeLines(entry).map(outdented)))
  const input = createInterface({ input: process.stdin })
  input.on('line', () => {
    restore()
    print(['The state before the call is back.'])
  })
  await stopped
  input.close()
}

/** An exchange is indented as a part of a violation; here it is none. */
function outdented(line: string): string {
  return line.replace(/ +(?=[→←])/, '')
}
