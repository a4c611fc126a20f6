import { DEFECTS } from '../wrapped/defects.ts'
import { CORRECT_CONNECTORS } from '../wrapped/support/correct.ts'
import { allPairs } from '../wrapped/support/pairs.ts'
import { caughtBy } from './caught-by.ts'
import { doJobs } from './pool.ts'
import type { Scope } from './scope.ts'

const SEED = 1

export interface Wrapped {
  /** Defects put to correct connectors. */
  readonly pairs: number
  readonly connectors: number
  readonly problems: readonly string[]
}

/**
 * Puts every defect that is of no one data source to every correct connector, so that every check is shown to bite
 * at every data source to which it applies. Without `all` that is left to the tests, which try a part of it.
 */
export async function proveWrapped({ all, width, progress }: Scope): Promise<Wrapped> {
  const jobs = (all ? allPairs() : []).map(({ defect, correct }) => ({
    connector: correct.name,
    defect: DEFECTS.indexOf(defect),
    seed: SEED,
  }))
  const results = await doJobs(jobs, width, (done) => progress('wrapped', done, jobs.length))
  const problems = results
    .filter(({ states }) => caughtBy(states).length === 0)
    .map(({ job, states, reasons }) => {
      const [check = ''] = Object.keys(states)
      const why = reasons[check] === undefined ? '' : `: ${reasons[check]}`
      return `${job.connector} with ${DEFECTS[job.defect]?.defect} survives ${check}, which says ${states[check]}${why}`
    })
  return { pairs: jobs.length, connectors: CORRECT_CONNECTORS.length, problems }
}
