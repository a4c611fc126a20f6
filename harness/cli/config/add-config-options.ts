import type { Command } from 'commander'
import { list, variable } from '../option-parsers.ts'

/** Adds the options that `readConfig` reads. */
export function addConfigOptions(command: Command): Command {
  return command
    .option('--config <file>', 'the configuration file, if it is not connector-contract.config.*')
    .option('--connection <json>', 'what every connection holds beside host and port')
    .option('--configuration <json>', 'what every configuration holds beside auth')
    .option('--env <name=value>', 'a variable for the connector; may be repeated', variable)
    .option('--secret <name>', 'a member or variable that is secret, whatever its name says', list)
}
