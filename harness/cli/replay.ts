import { Command } from 'commander'
import type { Waiver } from '../../contracts/waiver.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { giveVariables } from '../drivers/process/diverting-variables.ts'
import { dataSourceOf, type Failure, targetOf } from '../engine/failures/failure.ts'
import { FailureStore } from '../engine/failures/failure-store.ts'
import { findFailure, nameOf } from '../engine/failures/find-failure.ts'
import { Placeholders } from '../engine/secrets/placeholders.ts'
import { brokenBy, covers } from '../engine/waivers/covers.ts'
import { dayOf, inForce } from '../engine/waivers/in-force.ts'
import { ConnectorContractError } from '../errors.ts'
import { violationBlock } from '../report/lines/violation-block.ts'
import type { ReportedViolation } from '../report/record/run-report.ts'
import { waiverSentence } from '../report/words/waiver-words.ts'
import { type Replay, type ReplayOn, replay } from '../run/replay.ts'
import { style } from '../text/style.ts'
import { visible } from '../text/visible.ts'
import { type Foreign, mayRun, wouldRun } from './ask-before-running.ts'
import { coldOption, withTemperature } from './cold-option.ts'
import { conclude } from './conclusion.ts'
import { addConfigOptions } from './config/add-config-options.ts'
import { markedBy } from './config/marked-by.ts'
import { type Config, type ConfigOptions, readConfig } from './config/read-config.ts'
import { dataSourceOption } from './data-source-option.ts'
import { failureOperands } from './failure-operands.ts'
import { withoutCommands } from './github-actions.ts'
import { maskOutput } from './mask-output.ts'
import type { ExitCode } from './supervisor/protocol.ts'
import { splitCommand } from './verify-targets.ts'

const EXIT_CODES = { fixed: 0, violated: 1, 'no-verdict': 3 } as const satisfies Record<
  Replay['state'],
  number
>

const AFTER = `
Without an id, every failure that is kept below this folder is run again, one after the other. A target,
named as for verify, takes the place of the one that failed:
  connector-contract replay 1a2b3c4d ./my-connector.ts
  connector-contract replay 1a2b3c4d -- python3 main.py transmit abc

Exit code: 0 FIXED; 1 still violated; 2 wrong use, such as an unknown id; 3 no verdict, since the
connector could not be started or the case no longer fits.`

type ReplayOptions = ConfigOptions & { readonly cold: boolean; readonly run?: true }

/** `replay`: runs cases again that failed in earlier runs of `verify`. */
export function replayCommand(): Command {
  return addConfigOptions(new Command('replay'))
    .addOption(dataSourceOption())
    .addOption(coldOption())
    .option('--run', 'run also what this machine has not kept: somebody else says what it runs')
    .description('run the very case of a violation again')
    .usage('[id] [target]\n       connector-contract replay [id] -- <command...>')
    .argument('[words...]', 'the id that verify has shown, and a module to try it on')
    .addHelpText('after', AFTER)
    .action(async (words: readonly string[], options: ReplayOptions) => {
      const config = await readConfig(options)
      // What a failure was found with goes before what the file says of runs to come.
      const dataSource = options.dataSource === undefined ? undefined : config.dataSource
      const cold = options.cold || config.file.cold === true
      conclude(await run(words, { ...config, dataSource }, { cold, run: options.run === true }))
    })
}

async function run(
  words: readonly string[],
  config: Config,
  { cold, run: mayRunAll }: { readonly cold: boolean; readonly run: boolean },
): Promise<ExitCode> {
  const { passed, environment, secrets, file, dataSource } = config
  maskOutput(secrets)
  giveVariables(environment)
  // One that is named and cannot be used is wrong use; one that a failure names gives no verdict on that.
  if (dataSource !== undefined) await loadDataSource(dataSource)
  const { id, target } = failureOperands(words, splitCommand(process.argv))
  const store = new FailureStore(process.cwd(), secrets)
  const { failures, warning, foreign } = await store.read()
  if (warning !== undefined) process.stderr.write(`warning: ${visible(warning)}\n`)
  const chosen = id === undefined ? failures : [findFailure(failures, id)]
  if (chosen.length === 0) process.stdout.write('No failure is kept below this folder.\n')
  const codes: ExitCode[] = [0]
  for (const failure of chosen) {
    const named = target ?? targetOf(failure, store.folder)
    const [tried = named] = withTemperature([named], { cold })
    const on = dataSource ?? dataSourceOf(failure, store.folder)
    const asked = { failure, folder: store.folder, run: mayRunAll || target !== undefined }
    const isFit = foreign?.has(failure.id) !== true || (await mayRun(asked))
    const outcome = isFit
      ? await replayed(failure, { target: tried, dataSource: on, passed }, config)
      : notRun(asked)
    const block = blockOf(nameOf(failure, tried), outcome, file.waivers ?? [])
    process.stdout.write(withoutCommands(`${block.join('\n')}\n`))
    codes.push(EXIT_CODES[outcome.state])
  }
  return Math.max(...codes) as ExitCode
}

function notRun(foreign: Foreign): Replay {
  const reason = `it was not kept by this machine, and runs ${wouldRun(foreign)}. To have it run, add --run, or name what is to be run instead`
  return { state: 'no-verdict', reason }
}

/** One connector that does not start must not keep the others' failures from being tried. */
async function replayed(failure: Failure, on: ReplayOn, config: Config): Promise<Replay> {
  try {
    const { secrets } = await markedBy(config, on.dataSource)
    return await replay(new Placeholders(secrets).fillIn(failure), on)
  } catch (error) {
    if (!(error instanceof ConnectorContractError)) throw error
    const reason = [error.message, error.hint].filter((each) => each !== undefined).join(' ')
    return { state: 'no-verdict', reason }
  }
}

function blockOf(name: string, outcome: Replay, waivers: readonly Waiver[]): readonly string[] {
  switch (outcome.state) {
    case 'fixed':
      return [`${style(['green', 'bold'], 'FIXED')}  ${visible(name)}`, ...noteLines(outcome)]
    case 'violated':
      return violatedBlock(name, outcome, waivers)
    case 'no-verdict':
      return [
        `${style(['yellow', 'bold'], 'NO VERDICT')}  ${visible(name)}`,
        ...noteLines(outcome),
        `    ${visible(outcome.reason)}`,
      ]
  }
}

function noteLines({ note }: Replay): readonly string[] {
  return note === undefined ? [] : [`    note: ${visible(note)}`]
}

/** That it is waived changes nothing about the case, and so nothing about the exit code. */
function violatedBlock(
  name: string,
  outcome: Replay & { readonly violation: ReportedViolation },
  waivers: readonly Waiver[],
): readonly string[] {
  const { violation } = outcome
  const covering = waivers.filter((waiver) => covers(waiver, brokenBy(violation)))
  const [waiver] = inForce(covering, dayOf(new Date()))
  const [expired] = waiver === undefined ? covering : []
  return [
    `${style(['red', 'bold'], 'STILL VIOLATED')}${waiver === undefined ? '' : ', but waived'}  ${visible(name)}`,
    ...noteLines(outcome),
    ...(expired === undefined ? [] : [`    ${waiverSentence({ ...expired, state: 'expired' })}`]),
    '',
    ...violationBlock({ ...violation, ...(waiver === undefined ? {} : { waiver }) }),
    '',
  ]
}
