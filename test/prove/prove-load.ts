import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { whyIncomplete } from '../../harness/report/record/incomplete.ts'
import { type WholeRun, wholeRun } from '../hostile/support/whole-run.ts'
import { besideBusy } from './busy-processes.ts'
import type { Scope } from './scope.ts'

const ODD = fileURLToPath(new URL('../odd/', import.meta.url))
/** Busy processes for each core. */
const BUSY = 4
/** In milliseconds, for what takes some seconds on an idle machine. */
const PATIENCE = 600_000

/** A correct connector that is near to a limit, and the clauses that hold it to that. */
interface Trial {
  readonly name: string
  readonly words: readonly string[]
}

const FEW = ['--runs', '1', '--http', '--jobs', '2'] as const

const TRIALS: readonly Trial[] = [
  {
    name: 'a connection for each request',
    words: [`${ODD}connection-a-request.ts`, '--only', 'PAGE-1', '--runs', '1', '--jobs', '1'],
  },
  {
    name: 'timeouts that are kept',
    words: ['abc', '--only', 'NET-3', ...FEW],
  },
  {
    name: 'a slow start of a process a call',
    words: [
      ...['--only', 'MODE-1', ...FEW, '--'],
      ...['python3', '-B', `${ODD}python/slow_start.py`, 'transmit', 'abc'],
    ],
  },
]

/**
 * Runs `verify` of the correct connectors that are nearest to a limit, as a user does, with busy processes beside them:
 * none may be accused.
 *
 * @param rounds how often each is run.
 */
export async function proveLoad(
  { width, progress }: Pick<Scope, 'width' | 'progress'>,
  rounds: number,
): Promise<{ readonly problems: readonly string[] }> {
  const trials = Array.from({ length: rounds }, () => TRIALS).flat()
  const problems: string[] = []
  let next = 0
  const work = async () => {
    for (let trial = trials[next++]; trial !== undefined; trial = trials[next++]) {
      const said = saidOf(await wholeRun(trial.words, {}, undefined, PATIENCE))
      if (said !== undefined) problems.push(`${trial.name}, on a busy machine: ${said}`)
      progress('load', next, trials.length)
    }
  }
  await besideBusy(BUSY * availableParallelism(), () =>
    Promise.all(Array.from({ length: width }, work)),
  )
  return { problems }
}

/** Undefined where it holds. */
function saidOf({ exitCode, report, isTooLong, stderr }: WholeRun): string | undefined {
  if (exitCode === 0) return undefined
  if (isTooLong) return 'it does not end'
  if (typeof report === 'string') return `${report} ${stderr}`
  const accused = report.runs.flatMap(({ violations }) =>
    violations.map(
      ({ check, expected, actual }) => `${check}: expected ${expected}, got ${actual}`,
    ),
  )
  return [...accused, whyIncomplete(report) ?? `it ends with ${exitCode}`].join('; ')
}
