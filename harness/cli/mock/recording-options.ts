import { type Command, Option } from 'commander'
import { UsageError } from '../../errors.ts'
import { list } from '../option-parsers.ts'
import type { MockCommandOptions } from './mock-options.ts'

/** What a recording has nothing of. */
const OF_MOCKS = [
  ...['scenario', 'state', 'rows', 'data', 'pageSize', 'ids', 'progress', 'credentials'],
  ...['username', 'password', 'token', 'certFlaw', 'adminToken', 'open', 'fault', 'recipe'],
]
const OF_SERVICES = ['from', 'dryRun', 'insecure', 'ca', 'clientCert', 'clientKey'] as const

/** Adds what `mock` takes to record a real service, and to serve what was recorded. */
export function addRecordingOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--record <folder>',
        'stand before a real service, and write down what it answers',
      ).conflicts([...OF_MOCKS, 'serveRecording']),
    )
    .option('--from <url>', 'with --record: where that service is')
    .option('--dry-run', 'with --record: write nothing, and show what would be masked')
    .option('--insecure', "with --record: do not look at the service's certificate")
    .option('--ca <file>', 'with --record: PEM of what to trust beside the system')
    .option('--client-cert <file>', 'with --record: PEM of who asks')
    .option('--client-key <file>', 'with --record: its private key, PEM')
    .addOption(
      new Option('--serve-recording <folder|har>', 'serve a recording, and nothing else').conflicts(
        [...OF_MOCKS, ...OF_SERVICES],
      ),
    )
    .option('--secret <name>', 'of recordings: a variable whose value is masked', list)
}

/** @throws UsageError where an option of recordings is given, and neither of the two. */
export function refuseOfRecordings(options: MockCommandOptions): void {
  const given = OF_SERVICES.find((name) => options[name] !== undefined)
  if (given !== undefined) {
    const option = given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    throw new UsageError(`--${option} goes with --record alone`)
  }
  if (options.secret !== undefined) {
    throw new UsageError('--secret goes with --record or --serve-recording')
  }
}
