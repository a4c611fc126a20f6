import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Call } from '../driver.ts'
import { shellLine } from '../shell-quote.ts'

/** The call as a program: `main.py` hands numbers over as strings, and a status no metadata. */
const PROGRAM = [
  'import json, sys',
  'sys.path[0], module, connection, configuration, method, arguments = sys.argv[1:]',
  'from stix_shifter.stix_transmission.stix_transmission import StixTransmission',
  'transmission = StixTransmission(module, json.loads(connection), json.loads(configuration))',
  'print(getattr(transmission, method)(*json.loads(arguments)))',
].join('; ')

/** What to paste to make a call by hand: stix-shifter's own command line, where that says the same. */
export function commandLine(
  { checkout, python, module }: { checkout: string; python: string; module: string },
  {
    connection,
    configuration,
    environment,
    method,
    arguments: args,
  }: Omit<Call, 'deadlineMilliseconds'>,
): string {
  const main = join(checkout, 'main.py')
  const settings = [module, JSON.stringify(connection), JSON.stringify(configuration), method]
  const given = args.filter((argument) => argument !== undefined)
  const words =
    existsSync(main) && takesWords(given)
      ? [python, main, 'transmit', ...settings, ...given]
      : [python, '-c', PROGRAM, checkout, ...settings, JSON.stringify(given)]
  return shellLine(words, environment)
}

/** Nothing but ids and queries: what begins with `-` would be taken for an option. */
function takesWords(args: readonly unknown[]): args is readonly string[] {
  return (
    args.every(
      (argument) =>
        typeof argument === 'string' && !argument.startsWith('-') && !argument.includes('\0'),
    ) && args.length < 2
  )
}
