import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { bytesOf, type Exchange } from '../../harness/recordings/exchange.ts'
import { ExchangeMasker } from '../../harness/recordings/exchange-masker.ts'
import { openRecording } from '../../harness/recordings/recording-reader.ts'
import { RecordingWriter } from '../../harness/recordings/recording-writer.ts'
import { aimed, type Figure, megabytes, milliseconds } from '../figure.ts'
import { passingOn } from './passing-on.ts'

const EXCHANGES = 10_000
const ROWS = 100
const RECORDING = { atMost: 1 }
const OPENING = { atMost: 1_000 }
/** All of it is some 200 MB on the disk. */
const HELD = { atMost: 30e6 }

/** What it costs to mask and write down an exchange, and to open a recording of many. */
export async function recordingCost(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-recording-'))
  try {
    const cost = written(join(folder, 'recorded'))
    const { response } = pageOf(1)
    const passed = await passingOn(bytesOf(response?.body).toString())
    collectGarbage()
    const before = process.memoryUsage().heapUsed
    const began = performance.now()
    const { exchanges } = openRecording(join(folder, 'recorded'), '--serve-recording')
    exchanges.at(-1)?.read()
    const opening = performance.now() - began
    collectGarbage()
    const held = process.memoryUsage().heapUsed - before
    return [
      aimed(
        `processor time to write down an exchange of ${ROWS} rows`,
        cost,
        RECORDING,
        milliseconds,
      ),
      aimed('beside that, to pass it on', passed, undefined, milliseconds),
      aimed(
        `until a recording of ${exchanges.length} exchanges is served`,
        opening,
        OPENING,
        milliseconds,
      ),
      aimed('what is held of it then', held, HELD, megabytes),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

/** Gives the milliseconds of processor time that each has taken. */
function written(folder: string): number {
  const masker = new ExchangeMasker()
  const writer = new RecordingWriter(folder, 'https://real.example')
  const start = process.cpuUsage()
  for (let n = 0; n < EXCHANGES; n += 1) {
    const { n: _, ...exchange } = masker.mask(pageOf(n)).exchange
    writer.add(exchange)
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000 / EXCHANGES
}

function pageOf(n: number): Exchange {
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    ...{ id: `evt-${n}-${at}`, time: '2026-01-01T00:00:00.000Z', severity: at % 10 },
    ...{
      ipaddress: '10.0.0.1',
      username: 'maria',
      message: 'a message of some length, as rows have',
    },
  }))
  return {
    ...{ n: 1, took: 3 },
    request: {
      ...{
        method: 'GET',
        path: `/api/v1/searches/${n % 50}/results?offset=${n * ROWS}&limit=${ROWS}`,
      },
      headers: [['Authorization', 'Basic YW5uOnBhc3N3b3Jk']],
    },
    response: {
      ...{ status: 200, headers: [['content-type', 'application/json']] },
      body: { text: JSON.stringify({ code: 200, data: rows, next_page_token: `token-${n}` }) },
    },
  }
}
