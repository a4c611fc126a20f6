import { Command, Option } from 'commander'
import {
  ControlError,
  type DataSourceDefinition,
  FLAW_NAMES,
  MOST_ROWS,
  type MockDataSource,
  type MockDataSourceOptions,
  startMockDataSource,
} from '../../mock-datasource/index.ts'
import type { DataSourceRef, LoadedDataSource } from '../data-source/data-source-ref.ts'
import { findDataSource } from '../data-source/find-data-source.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { UsageError } from '../errors.ts'
import { dataSourceOption } from './data-source-option.ts'
import { maxSearchesOption } from './max-searches-option.ts'
import { writeConnection } from './mock/connection-file.ts'
import { writeCertificate, writeState } from './mock/files.ts'
import { HELP } from './mock/help.ts'
import { linesToPaste } from './mock/lines-to-paste.ts'
import { listenError } from './mock/listen-error.ts'
import type { MockCommandOptions } from './mock/mock-options.ts'
import { openInBrowser, pageAddress } from './mock/page-address.ts'
import { record } from './mock/record.ts'
import { addRecordingOptions, refuseOfRecordings } from './mock/recording-options.ts'
import { isLoopback } from './mock/require-reachable.ts'
import { serveRecording } from './mock/serve-recording.ts'
import { startOptions } from './mock/start-options.ts'
import { talk } from './mock/talk.ts'
import { sizeInBytes, wholeNumber } from './option-parsers.ts'
import { readScenario } from './scenario/read-scenario.ts'
import { startScene } from './scenario/start-scene.ts'
import { stopSignal } from './stop-signal.ts'

const USUAL_JOURNAL = 64 * 1024 * 1024

/** `mock`: serves the mock data source until it is stopped by a signal. Its action throws UsageError. */
export function mockCommand(): Command {
  const command = new Command('mock')
    .summary('serve a mock data source')
    .description('Serves a mock of a data source until it is stopped, and prints how to call it.')
    .addOption(dataSourceOption())
    .addOption(new Option('--https', 'serve HTTPS (the default)').conflicts('http'))
    .addOption(
      new Option('--http', 'serve plain HTTP').conflicts(['cert', 'key', 'certOut', 'certFlaw']),
    )
    .option(
      '--port <port>',
      'default 8443, or 8080 over HTTP; 0 takes any free one',
      wholeNumber(0),
    )
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--expose', 'allow a --host that other machines can reach')
    .option('--cert <file>', 'certificate to serve with, PEM; made at start without it')
    .option('--key <file>', 'its private key, PEM')
    .option('--cert-out <file>', 'where to write the certificate that clients have to trust')
    .option(
      '--connection-out <file>',
      'where to write address, connection and configuration as JSON',
    )
    .addOption(
      new Option('--cert-flaw <flaw>', 'what is wrong with the certificate that is made')
        .choices(FLAW_NAMES)
        .conflicts(['cert', 'key']),
    )
    .option('--credentials <json>', 'who may use the API: JSON, or a file; the rest is made')
    .option('--username <name>', 'short for that member of --credentials, as the next two')
    .option('--password <password>', 'made from the seed without it')
    .option('--token <token>', 'made from the seed without it')
    .option('--seed <number>', 'of rows, ids, secrets and probabilities', wholeNumber(0))
    .option('--rows <number>', 'how many rows the data source has', wholeNumber(0, MOST_ROWS))
    .addOption(
      new Option('--data <file>', 'rows of your own: .json, .ndjson, .jsonl or .csv').conflicts(
        'rows',
      ),
    )
    .option('--page-size <rows>', 'the most rows that a page of results has', wholeNumber(1))
    .addOption(maxSearchesOption())
    .addOption(new Option('--ids <style>', 'of searches').choices(['uuid', 'awkward']))
    .option(
      '--progress <polls:N|ms:N>',
      'status calls that find a search running (default 0), or its time',
    )
    .option('--fault <fault>', 'what goes wrong; may be repeated', collect, [])
    .option('--recipe <recipe>', 'an error case by its name; may be repeated', collect, [])
    .addOption(
      new Option(
        '--scenario <file>',
        'a data source as it is to be, and what goes wrong',
      ).conflicts(['state', 'rows', 'data', 'pageSize', 'ids', 'progress']),
    )
    .option('--state <file>', 'go on from here if it exists, and save here when stopped')
    .option('--admin-token <token>', 'opens the control plane to other machines, for X-Admin-Token')
    .addOption(
      new Option('--log <form>', 'how each exchange is told of (default: text)').choices([
        'text',
        'json',
      ]),
    )
    .option('--open', 'open the page that shows what happens and changes it')
    .addOption(
      new Option('--journal <size>', 'what the journal may take, as 500k, 64M or 1G')
        .default(USUAL_JOURNAL, '64M')
        .argParser(sizeInBytes),
    )
    .addOption(new Option('--quiet', 'tell of no exchange').conflicts('log'))
    .addHelpText('after', HELP)
    .action(serve)
  return addRecordingOptions(command)
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value]
}

async function serve(options: MockCommandOptions): Promise<void> {
  const stopped = stopSignal()
  const { scenario } = options
  if (options.record !== undefined || options.serveRecording !== undefined) {
    const { definition } = (await sourceNamed(options)) ?? {}
    const by = options.record === undefined ? serveRecording : record
    return by(options, definition, stopped)
  }
  refuseOfRecordings(options)
  const read = scenario === undefined ? undefined : await readScenario(scenario, options.dataSource)
  const { definition } = read ?? (await loadDataSource(named(options)))
  const isPlain = read?.scene.scheme === 'http' && !options.https
  const start = await startOptions({ ...options, ...(isPlain && { http: true }) }, definition, warn)
  const clock = read?.scene.time === 'still' ? { clock: () => 0 } : {}
  const mock = await started({ ...start, ...clock }, options.state)
  try {
    if (read !== undefined) await startScene(mock, read.scene, scenario ?? '')
    await serveUntil(stopped, mock, definition, options)
  } finally {
    await mock.close()
  }
  if (options.state !== undefined) await writeState(options.state, mock.control.snapshot())
}

function named({ dataSource: word }: MockCommandOptions): DataSourceRef | undefined {
  return word === undefined ? undefined : findDataSource(word, process.cwd())
}

/** Undefined where nobody names one: what is recorded may be of any. */
async function sourceNamed(options: MockCommandOptions): Promise<LoadedDataSource | undefined> {
  return options.dataSource === undefined ? undefined : loadDataSource(named(options))
}

async function serveUntil(
  stopped: Promise<unknown>,
  mock: MockDataSource,
  source: DataSourceDefinition,
  options: MockCommandOptions,
): Promise<void> {
  const { certOut, connectionOut, adminToken } = options
  const file =
    mock.certificate === undefined ? undefined : await writeCertificate(mock.certificate, certOut)
  if (connectionOut !== undefined) await writeConnection(connectionOut, mock, source, file?.path)
  warnIfExposed(mock, options)
  // With NDJSON, standard output holds nothing else.
  const start = options.log === 'json' ? process.stderr : process.stdout
  start.write(linesToPaste(mock, source, { certificate: file?.path }, { adminToken }))
  if (options.open) openInBrowser(pageAddress(mock))
  const silence = talk(mock, source, options.quiet ? 'none' : (options.log ?? 'text'))
  await stopped
  silence()
  await file?.remove()
}

async function started(options: MockDataSourceOptions, state = ''): Promise<MockDataSource> {
  try {
    return await startMockDataSource(options)
  } catch (error) {
    // What is wrong with a state is said of its file.
    if (error instanceof ControlError)
      throw new UsageError(error.message.replace(/^snapshot:/, `--state ${state}:`))
    throw listenError(error as NodeJS.ErrnoException, options)
  }
}

function warnIfExposed({ host, certificate }: MockDataSource, { cert }: MockCommandOptions): void {
  if (isLoopback(host)) return
  warn(`other machines can reach this mock, on ${host}`)
  if (certificate !== undefined && cert === undefined) {
    warn('its certificate is for localhost, 127.0.0.1 and ::1 only; give one with --cert')
  }
}

function warn(sentence: string): void {
  process.stderr.write(`warning: ${sentence}\n`)
}
