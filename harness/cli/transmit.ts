import { Command } from 'commander'
import type { Configuration, Connection } from '../../contracts/connection.ts'
import { loadConnectorModule } from '../drivers/load-connector-module.ts'
import { TargetError, UsageError } from '../errors.ts'
import { callFromArguments } from './call-from-arguments.ts'
import { toPythonLiteral } from './python-literal.ts'

const HELP = `
Examples:
  $ connector-contract transmit abc '{"host":"127.0.0.1","port":1234,"scheme":"http"}' \\
      '{"auth":{"username":"abc_user","password":"secret"}}' ping
  $ connector-contract transmit --python ./my-connector.ts <connection> <configuration> \\
      results <search id> 0 100

Options stand before the module; all that follows it is passed on, also where it begins with "-".
Exit codes: 0 an answer was printed, be it success or failure; 2 wrong use; 3 the connector could not
be loaded, or threw instead of answering.`

/**
 * `transmit`: runs one method of a connector module and prints its answer, as the guide's Step 5 does.
 * The program that it is added to must have `enablePositionalOptions()`.
 *
 * Its action throws UsageError and TargetError.
 */
export function transmitCommand(): Command {
  return new Command('transmit')
    .summary('run one method of a connector')
    .description('Runs one method of a connector module and prints its answer on one line.')
    .argument('<module>', 'file, folder, package, or abc, abc-security-monitor[-sync]')
    .argument('<connection>', 'where the data source is, as JSON')
    .argument('<configuration>', 'who asks, as JSON')
    .argument('<method>', 'ping, is_async, query, status, results or delete')
    .argument('[args...]', "the method's arguments")
    .option('--python', 'print a Python literal instead of JSON')
    .passThroughOptions()
    .addHelpText('after', HELP)
    .action(transmit)
}

async function transmit(
  module: string,
  connection: string,
  configuration: string,
  method: string,
  values: string[],
  options: { python?: boolean },
): Promise<void> {
  const call = callFromArguments(method, values)
  const settings = [
    parseObject<Connection>(connection, 'connection', '{"host":"127.0.0.1","port":1234}'),
    parseObject<Configuration>(
      configuration,
      'configuration',
      '{"auth":{"username":"…","password":"…"}}',
    ),
  ] as const
  const { factory } = await loadConnectorModule(module)
  const answer = await answerOf(method, async () => call(factory(...settings)))
  await printLine(options.python === true ? toPythonLiteral(JSON.parse(answer)) : answer)
}

/** Runs the call and gives its answer as JSON. */
async function answerOf(method: string, call: () => Promise<unknown>): Promise<string> {
  try {
    const text: string | undefined = JSON.stringify(await call())
    if (text !== undefined) return text
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new TargetError(`The connector threw instead of answering ${method}: ${reason}`, {
      hint: 'A method answers with an envelope whatever happens (ENV-1).',
      cause,
    })
  }
  throw new TargetError(`The connector's answer to ${method} is nothing that JSON can hold.`, {
    hint: 'A method answers with an envelope that survives JSON (ENV-1, ENV-5).',
  })
}

/**
 * A JSON object, whatever it holds: that is for the connector to judge. The message never quotes the
 * text, as JSON.parse's own would, since a password is in it (SEC-1).
 */
function parseObject<Settings extends object>(text: string, name: string, example: string) {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject<Settings>(value)) return value
  } catch {
    // told below, without the text
  }
  throw new UsageError(`The ${name} is not a JSON object.`, {
    hint: `Write it in single quotes: '${example}'`,
  })
}

function isObject<Settings extends object>(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Waits until the line is written: a process that ends earlier would cut a long answer. */
function printLine(line: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve())
  })
}
