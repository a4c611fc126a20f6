import { asPublished } from '../as-published.ts'
import { aimed, type Figure, megabytes, sampled, seconds } from '../figure.ts'
import { type Run, runVerify } from '../run-verify.ts'

const ASYNCHRONOUS = { atMost: 10 }
const SYNCHRONOUS = { atMost: 6 }
const ONE_CLAUSE = { atMost: 1.5 }
const MEMORY = { atMost: 300e6 }

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
  for (let time = 0; time < times; time += 1) runs.push(await runVerify(words))
  return runs
}
