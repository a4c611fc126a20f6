import { Command, CommanderError } from 'commander'
import { ConnectorContractError } from '../errors.ts'
import { toolName } from '../run/tool-name.ts'
import { takeAwayAbandoned } from '../text/own-folder.ts'
import { visible } from '../text/visible.ts'
import { conclusion, spoil } from './conclusion.ts'
import { HELP_LAYOUT } from './help-layout.ts'
import { SUBCOMMANDS } from './subcommands.ts'
import { suggestChoices } from './suggest-choices.ts'
import type { ExitCode } from './supervisor/protocol.ts'

const USAGE = 2
const UNEXPECTED = 3

/**
 * Whoever reads the output may stop before its end, as `| head` does: that is no defect of ours. Whoever writes
 * a verdict looks whether somebody has read it (see print).
 */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      process.stderr.write(`error: the output cannot be written: ${error.message}\n`)
      spoil()
    })
  }
}

/** How a command has ended. */
export interface CommandEnd {
  readonly exitCode: ExitCode
  /** Whether the code is what it has come to; else nothing was judged, or it has not said. */
  readonly kind: 'concluded' | 'ended' | 'unsaid'
}

/** The command line: parses, runs one subcommand, and turns whatever ends it into one line and a code. */
export async function commandLine(): Promise<CommandEnd> {
  outliveReaders()
  takeAwayAbandoned()
  const program = new Command('connector-contract')
    .description(
      'Tells which clauses of the connector contract a data-source connector holds, and serves a mock data source.',
    )
    .version(toolName().split(' ')[1] ?? '', '-V, --version')
    .showHelpAfterError('(--help shows what there is)')
    .enablePositionalOptions()
    .configureOutput({ outputError: (text, write) => write(harmless(text)) })
    .configureHelp(HELP_LAYOUT)
    .exitOverride()
  try {
    for (const load of wanted()) {
      program.addCommand(suggestChoices((await load()).copyInheritedSettings(program)))
    }
    await program.parseAsync()
  } catch (error) {
    return { kind: 'ended', exitCode: report(error) }
  }
  const exitCode = conclusion()
  return exitCode === undefined ? { kind: 'unsaid', exitCode: 0 } : { kind: 'concluded', exitCode }
}

/** The subcommand that is named, or all of them, for help. */
function wanted() {
  const named = SUBCOMMANDS.get(process.argv[2] ?? '')
  return named === undefined ? [...SUBCOMMANDS.values()] : [named]
}

/** Says what went wrong and gives the exit code. */
function report(error: unknown): ExitCode {
  // commander has printed its own message by now; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
  if (error instanceof ConnectorContractError) {
    process.stderr.write(`error: ${harmless(error.message)}\n`)
    if (error.hint !== undefined) process.stderr.write(`${harmless(error.hint)}\n`)
    return error.exitCode
  }
  process.stderr.write(
    `error: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
  )
  process.stderr.write(
    'This is a defect of connector-contract: please report it with the lines above.\n',
  )
  return UNEXPECTED
}

/**
 * A message may quote a file or a word that is no text: what drives a terminal is written out, but for the ends of
 * lines, and no line is one that a CI server takes for a command.
 */
function harmless(message: string): string {
  return message
    .split('\n')
    .map((line) => visible(line).replace(/^(?=\s*(?:::|##))/, '| '))
    .join('\n')
}
