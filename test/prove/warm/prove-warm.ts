import { doJobs } from '../pool.ts'
import type { Scope } from '../scope.ts'
import { PythonConnectors } from './python-commands.ts'

/** Of a claim, so many listed cases, those that tell most, and so many made ones. A call is a process, either way. */
const EFFORT = { runs: 1, most: 3 } as const
/** Behind the tests, which try some of them, so many-th alone. */
const EVERY = 6

/** One connector, called both ways. */
export interface WarmRow {
  readonly connector: string
  readonly claims: readonly string[]
  readonly calls: number
  /** Why calls were new processes all the same; undefined: they were forked. */
  readonly notForked: string | undefined
  readonly isEqual: boolean
}

export interface Warm {
  readonly rows: readonly WarmRow[]
  readonly problems: readonly string[]
}

/**
 * Puts every connector in Python to the claims that concern it, with a new process for each call and with calls that are
 * forked: each result and each call has to come to the same.
 */
export async function proveWarm({ afterTests, width, progress }: Scope): Promise<Warm> {
  // Elsewhere nothing is forked.
  if (process.platform !== 'linux') return { rows: [], problems: [] }
  const connectors = new PythonConnectors()
  try {
    const tried = connectors.all.filter((_, index) => !afterTests || index % EVERY === 0)
    const jobs = tried.map(({ name, target, claims }) => ({
      ...({ bothWays: true, connector: name, target, checks: claims, ...EFFORT } as const),
    }))
    const results = await doJobs(jobs, width, (done) => progress('warm', done, jobs.length))
    return {
      rows: results.map(({ job, found }) => ({
        ...{ connector: job.connector, claims: job.checks },
        ...{ calls: found.calls, notForked: found.notForked },
        isEqual: found.differences.length === 0,
      })),
      problems: results.flatMap(({ job: { connector }, found }) => [
        ...found.differences.map((line) => `${connector}: ${line}`),
        ...(found.notForked === undefined ? [] : [`${connector}: ${found.notForked}`]),
      ]),
    }
  } finally {
    connectors.remove()
  }
}
