import { Command } from 'commander'
import { transmitCommand } from '../../../harness/cli/transmit.ts'
import { ConnectorContractError } from '../../../harness/errors.ts'

/** A program of `transmit` alone, so that its tests depend on no other subcommand. */
const program = new Command('connector-contract')
  .enablePositionalOptions()
  .addCommand(transmitCommand())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof ConnectorContractError)) throw error
  process.stderr.write(`${error.message}\n${error.hint}\n`)
  process.exitCode = error.exitCode
}
