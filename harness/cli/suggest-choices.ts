import { type Command, InvalidArgumentError } from 'commander'
import { nearestName } from '../../contracts/given/nearest-name.ts'

/** Has whatever option of a command, and of those below it, takes one of some words say which of them was meant. */
export function suggestChoices(command: Command): Command {
  for (const option of command.options) {
    const { argChoices: choices, parseArg } = option
    if (choices === undefined || parseArg === undefined) continue
    option.argParser((value: string, previous: unknown) => {
      try {
        return parseArg(value, previous)
      } catch (error) {
        const near = nearestName(value, choices)
        if (near === undefined || !(error instanceof InvalidArgumentError)) throw error
        throw new InvalidArgumentError(`Did you mean ${near}? ${error.message}`)
      }
    })
  }
  for (const below of command.commands) suggestChoices(below)
  return command
}
