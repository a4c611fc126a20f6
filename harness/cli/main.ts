import { Command, CommanderError } from 'commander'
import { ConnectorContractError } from '../errors.ts'
import { toolName } from '../run/tool-name.ts'
import { explainCommand } from './explain.ts'
import { listCommand } from './list.ts'
import { mockCommand } from './mock.ts'
import { transmitCommand } from './transmit.ts'
import { verifyCommand } from './verify.ts'

const USAGE = 2
const UNEXPECTED = 3

/** The command line: parses, runs one subcommand, and turns whatever ends it into one line and a code. */
async function main(): Promise<void> {
  const program = new Command('connector-contract')
    .description(
      'Tells which clauses of the connector contract a data-source connector holds, and serves a mock data source.',
    )
    .version(toolName().split(' ')[1] ?? '', '-V, --version')
    .showHelpAfterError('(--help shows what there is)')
    .enablePositionalOptions()
    .exitOverride()
  for (const command of [
    verifyCommand(),
    mockCommand(),
    transmitCommand(),
    listCommand(),
    explainCommand(),
  ]) {
    program.addCommand(command.copyInheritedSettings(program))
  }
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = report(error)
  }
}

/** Says what went wrong and gives the exit code. */
function report(error: unknown): number {
  // commander has printed its own message by now; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
  if (error instanceof ConnectorContractError) {
    process.stderr.write(`error: ${error.message}\n`)
    if (error.hint !== undefined) process.stderr.write(`${error.hint}\n`)
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

await main()
