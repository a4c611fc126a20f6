import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openRecording } from '../../../harness/recordings/recording-reader.ts'
import { RecordingWriter } from '../../../harness/recordings/recording-writer.ts'
import { newFolder, recordedMock, replayerOf } from './support.ts'

const SEARCH = '0001-post-api-v1-searches.ndjson'

/** A recording of so many searches, a request each. */
function written(searches: number, folder = newFolder()) {
  const writer = new RecordingWriter(folder, 'https://real.example')
  for (let n = 1; n <= searches; n += 1) {
    writer.add({
      request: { method: 'POST', path: '/api/v1/searches', headers: [], body: { text: `q${n}` } },
      response: { status: 200, headers: [], body: { text: 'ü'.repeat(n) } },
    })
  }
  return folder
}

const open = (folder: string) => openRecording(folder, '--serve-recording')
const numbers = (folder: string) => open(folder).exchanges.map(({ n }) => n)

it('that was cut keeps all before, one that was changed by hand is served so, others are told', async () => {
  const { folder } = await recordedMock()
  const path = join(folder, SEARCH)
  const text = readFileSync(path, 'utf8')
  truncateSync(path, Buffer.byteLength(text) - 20)
  expect((await replayerOf(folder)).notes).toEqual([
    `${SEARCH} ends in the middle of its exchange 8, which is left out`,
  ])
  writeFileSync(path, text.replace('"progress\\":0', '"progress\\":12345'))
  expect((await replayerOf(folder)).notes).toEqual([])
  appendFileSync(path, '{"n":1}\n')
  await expect(replayerOf(folder)).rejects.toThrow(
    `--serve-recording ${path}:9 is no exchange: request: `,
  )
  writeFileSync(join(folder, 'recording.json'), '{"format":"connector-contract recording 9"}')
  await expect(replayerOf(folder)).rejects.toThrow(
    `--serve-recording ${folder} is no recording: was written by another version`,
  )
  await expect(replayerOf(join(folder, 'none'))).rejects.toThrow('none is not there')
})

it('is gone on with behind what is there, each search in a file of its own', () => {
  const folder = written(2)
  const cut = join(folder, '0002-post-api-v1-searches.ndjson')
  truncateSync(cut, readFileSync(cut).length - 5)
  written(1, folder)
  expect(numbers(folder)).toEqual([1, 2])
  expect(open(folder).notes).toEqual([])
  expect(readdirSync(folder).filter((file) => file.startsWith('0'))).toEqual([
    ...[SEARCH, '0002-post-api-v1-searches.ndjson', '0003-post-api-v1-searches.ndjson'],
  ])
  // A line that an editor has left without an end is one all the same.
  truncateSync(join(folder, SEARCH), readFileSync(join(folder, SEARCH)).length - 1)
  expect(numbers(folder)).toEqual([1, 2])
})

it('is found without its index, and with one that says something else', async () => {
  const folder = written(3)
  const index = join(folder, 'index.ndjson')
  for (const tampered of ['', '{"n":1}\n', '{"file":"../x","at":-1}\n', '\0', undefined]) {
    if (tampered === undefined) rmSync(index)
    else writeFileSync(index, tampered)
    expect(numbers(folder)).toEqual([1, 2, 3])
  }
  const path = join(written(1, folder), SEARCH)
  const long = new Date(0)
  writeFileSync(path, readFileSync(path, 'utf8').replace('"q1"', '"q9"'))
  utimesSync(path, long, long)
  const { url, replayed } = await replayerOf(folder)
  const answer = await fetch(`${url}/api/v1/searches`, { method: 'POST', body: 'q1' })
  expect(answer.status).toBe(500)
  expect(replayed[0]?.trouble).toContain('is another one than index.ndjson says')
})

it('that cannot be gone on with says so, and keeps what it has', () => {
  const folder = written(1)
  const writer = new RecordingWriter(folder, 'https://real.example')
  rmSync(folder, { recursive: true })
  const exchange = { request: { method: 'GET', path: '/', headers: [] } }
  expect(() => writer.add(exchange)).toThrow(`--record ${folder} cannot be written: ENOENT`)
  written(0, folder)
})
