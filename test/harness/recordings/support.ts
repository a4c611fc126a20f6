import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import { ExchangeMasker } from '../../../harness/recordings/exchange-masker.ts'
import { type Ended, startRecorder, type Upstream } from '../../../harness/recordings/recorder.ts'
import { openRecording } from '../../../harness/recordings/recording-reader.ts'
import { RecordingWriter } from '../../../harness/recordings/recording-writer.ts'
import { type Replayed, startReplayer } from '../../../harness/recordings/replayer.ts'
import type { MockDataSource } from '../../../mock-datasource/index.ts'
import { openMock } from '../../mock-datasource/support/open-mock.ts'

const LOCAL = { host: '127.0.0.1', port: 0, certificate: undefined }

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Stands before a service, and writes into the folder where one is given. */
export async function recorderOf(
  upstream: Partial<Upstream> & Pick<Upstream, 'origin'>,
  folder?: string,
  more: { readonly mostKept?: number } = {},
) {
  const writer = folder === undefined ? undefined : new RecordingWriter(folder, upstream.origin)
  const ended: Ended[] = []
  const front = await startRecorder({
    ...{ ...LOCAL, ...more },
    upstream: { basePath: '', ...upstream },
    masker: new ExchangeMasker(),
    ended: (each) => {
      writer?.add(each.exchange)
      ended.push(each)
    },
  })
  onTestFinished(() => front.close())
  return { ...front, ended, url: `http://127.0.0.1:${front.port}` }
}

export async function replayerOf(path: string) {
  const replayed: Replayed[] = []
  const { exchanges, notes } = openRecording(path, '--serve-recording')
  const front = await startReplayer({
    ...{ ...LOCAL, exchanges, masker: new ExchangeMasker() },
    replayed: (each) => replayed.push(each),
  })
  onTestFinished(() => front.close())
  return { ...front, replayed, notes, url: `http://127.0.0.1:${front.port}` }
}

/** A correct connector with a mock's credentials, at whatever listens on this port. */
export function connectorAt(port: number, { account }: MockDataSource) {
  const { username = '', password = '' } = account.credentials
  return createConnector(
    { host: '127.0.0.1', port, scheme: 'http' },
    { auth: { username, password } },
  )
}

/** What a connector answers on the way of one search. */
export async function searched(
  connector: ReturnType<typeof connectorAt>,
): Promise<readonly unknown[]> {
  const query = 'SELECT * FROM events'
  const made = (await connector.query(query)) as { readonly search_id: string }
  const id = made.search_id
  return [
    await connector.ping(),
    made,
    ...[await connector.status(id), await connector.status(id), await connector.status(id)],
    ...[await connector.results(id, 0, 10), await connector.results(id, 10, 15)],
    ...[await connector.delete(id), await connector.status(id)],
  ]
}

/** All that a folder holds, as one text. */
export function textIn(folder: string): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

/** A recording of a mock that a connector has run a search at. */
export async function recordedMock() {
  const mock = await openMock({ settings: { dataSet: { rows: 25, seed: 1 } } })
  const folder = newFolder()
  const recorder = await recorderOf({ origin: mock.url }, folder)
  const answers = await searched(connectorAt(recorder.port, mock))
  return { mock, folder, recorder, answers }
}
