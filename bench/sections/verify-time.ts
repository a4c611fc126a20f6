import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asPublished } from '../as-published.ts'
import { watchMemory } from '../busiest-memory.ts'
import { aimed, type Figure, megabytes, sampled, seconds } from '../figure.ts'

const ASYNCHRONOUS = { atMost: 10 }
const SYNCHRONOUS = { atMost: 6 }
const ONE_CLAUSE = { atMost: 1.5 }
const MEMORY = { atMost: 300e6 }
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface Run {
  readonly seconds: number
  /** Processor time of it and all that it waited for, in seconds; undefined where the system does not say. */
  readonly cpu: number | undefined
  /** The most that one of its processes held, in bytes; undefined likewise. */
  readonly mostRss: number | undefined
}

/** How long `verify` takes on the reference connectors, with its default number of runs, and on one clause. */
export function verifyTime(times: number): Promise<Figure[]> {
  return asPublished((program) => figures(times, program))
}

async function figures(times: number, program: string): Promise<Figure[]> {
  const several = (...words: readonly string[]) => repeated(times, [program, 'verify', ...words])
  const one = await several('abc-security-monitor', '--only', 'MODE-1')
  const asynchronous = await several('abc-security-monitor')
  const synchronous = await several('abc-security-monitor-sync')
  const rss = asynchronous.flatMap(({ mostRss }) => mostRss ?? [])
  return [
    ...figuresOf('verify abc-security-monitor', asynchronous, ASYNCHRONOUS),
    ...(rss.length === 0
      ? []
      : [
          aimed(
            'verify abc-security-monitor: its largest process',
            Math.max(...rss),
            MEMORY,
            megabytes,
          ),
        ]),
    ...figuresOf('verify abc-security-monitor-sync', synchronous, SYNCHRONOUS),
    ...figuresOf('verify abc-security-monitor --only MODE-1', one, ONE_CLAUSE),
  ]
}

function figuresOf(what: string, runs: readonly Run[], target: { atMost: number }): Figure[] {
  const cpu = runs.flatMap((run) => run.cpu ?? [])
  return [
    sampled(
      `${what}: wall time`,
      runs.map((run) => run.seconds),
      target,
      seconds,
    ),
    ...(cpu.length === 0 ? [] : [sampled(`${what}: processor time`, cpu, undefined, seconds)]),
  ]
}

async function repeated(times: number, words: readonly string[]): Promise<readonly Run[]> {
  const runs: Run[] = []
  for (let time = 0; time < times; time += 1) runs.push(await runOnce(words))
  return runs
}

async function runOnce(words: readonly string[]): Promise<Run> {
  const before = childrenSeconds()
  const startedAt = performance.now()
  const verify = spawn(process.execPath, [...words, '--no-store', '--seed', '1'], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  const memory = watchMemory(verify.pid)
  const [code] = await once(verify, 'exit')
  const mostRss = memory.stop()
  if (code !== 0) throw new Error(`verify ended with exit code ${code}: run it to see why`)
  const after = childrenSeconds()
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    cpu: before === undefined || after === undefined ? undefined : after - before,
    mostRss,
  }
}

/** The clock of /proc, on every architecture that Node.js runs on. */
const TICKS_A_SECOND = 100

/** Processor time of all that this process has started and that has ended, and of theirs. Linux says so. */
function childrenSeconds(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND
  } catch {
    return undefined
  }
}
