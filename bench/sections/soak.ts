import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Figure, megabytes } from '../figure.ts'
import type { Held } from '../processes/held.ts'
import type { MockOperations } from '../processes/mock.ts'
import type { SessionOperations } from '../processes/sessions.ts'
import { Worker } from '../processes/worker.ts'
import { FEWEST_ROUNDS, levelOf } from '../soak/level.ts'
import { traffic } from '../soak/traffic.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MILLISECONDS_OF_TRAFFIC = 8_000
const SESSIONS = 50
const VERIFY = ['verify', 'abc-security-monitor', '--only', 'MODE-1', '--runs', '1', '--jobs', '1']

type Seen = Readonly<Record<'mock' | 'sessions', Held>>

/**
 * For so many minutes, round after round: traffic to one mock, mocks that start and end in one process, and a
 * `verify` of the reference. Prints what the two processes hold after each, and says whether that stays level.
 */
export async function soak(minutes: number): Promise<Figure[]> {
  const mock = new Worker<MockOperations>(new URL('../processes/mock.ts', import.meta.url), GC)
  const sessions = new Worker<SessionOperations>(
    new URL('../processes/sessions.ts', import.meta.url),
    GC,
  )
  try {
    const started = await mock.ask('start', { rows: 1_000, isDescribed: false })
    const credentials = Buffer.from(`${started.username}:${started.password}`).toString('base64')
    const served = { ...started, headers: { authorization: `Basic ${credentials}` } }
    const startedAt = performance.now()
    const seen: Seen[] = []
    while (performance.now() - startedAt < minutes * 60_000 || seen.length < FEWEST_ROUNDS) {
      const requests = await traffic(served, MILLISECONDS_OF_TRAFFIC)
      for (const isDescribed of [false, true]) {
        await sessions.ask('sessions', { count: SESSIONS, isDescribed })
      }
      await verify()
      const held = {
        mock: await mock.ask('held', undefined),
        sessions: await sessions.ask('held', undefined),
      }
      seen.push(held)
      report((performance.now() - startedAt) / 60_000, requests, held)
    }
    return levels(seen)
  } finally {
    await Promise.all([mock.stop(), sessions.stop()])
  }
}

const GC = ['--expose-gc']

async function verify(): Promise<void> {
  const child = spawn(process.execPath, ['harness/cli/main.ts', ...VERIFY, '--no-store'], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`verify ended with exit code ${code}: run it to see why`)
}

function report(minute: number, requests: number, held: Seen): void {
  const each = Object.entries(held).map(([name, { heap, rss, handles, files }]) => {
    const memory = `heap ${megabytes(heap)}, resident ${megabytes(rss)}`
    return `${name}: ${memory}, handles ${handles}, files ${files}`
  })
  console.log(`  minute ${minute.toFixed(1)}, ${requests} requests; ${each.join('; ')}`)
}

function levels(seen: readonly Seen[]): Figure[] {
  return (['mock', 'sessions'] as const).flatMap((name) => {
    const valuesOf = (what: keyof Held) => seen.map((each) => each[name][what])
    const plain = { ratio: 1, beside: 3, show: String }
    return [
      levelOf({
        ...{ what: `${name}: heap`, values: valuesOf('heap'), ratio: 1.05, beside: 2e6 },
        show: megabytes,
      }),
      levelOf({
        ...{ what: `${name}: resident`, values: valuesOf('rss'), ratio: 1.1, beside: 10e6 },
        show: megabytes,
      }),
      levelOf({ what: `${name}: handles`, values: valuesOf('handles'), ...plain }),
      levelOf({ what: `${name}: files`, values: valuesOf('files'), ...plain }),
    ]
  })
}
