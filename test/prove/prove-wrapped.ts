import { DEFECTS } from '../wrapped/defects.ts'
import { CORRECT_CONNECTORS } from '../wrapped/support/correct.ts'
import { allPairs, type Pair } from '../wrapped/support/pairs.ts'
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
 * at every data source to which it applies. The tests try each defect on one of them; behind them, it is put to every
 * third of the others, so that each data source and each defect has its turn.
 */
export async function proveWrapped({ afterTests, width, progress }: Scope): Promise<Wrapped> {
  const pairs = afterTests ? allPairs().filter(hasItsTurn) : allPairs()
  const jobs = pairs.map(({ defect, correct }) => ({
    connector: correct.name,
    defect: DEFECTS.indexOf(defect),
    seed: SEED,
  }))
  const results = await doJobs(jobs, width, (done) => progress('wrapped', done, jobs.length))
  const problems = results
    // Some connectors give a check nothing to look at, which it says: they need no second page, say.
    .filter(({ states }) => caughtBy(states).length === 0 && !saysNothing(states))
    .map(({ job, states, reasons }) => {
      const [check = ''] = Object.keys(states)
      const why = reasons[check] === undefined ? '' : `: ${reasons[check]}`
      return `${job.connector} with ${DEFECTS[job.defect]?.defect} survives ${check}, which says ${states[check]}${why}`
    })
  return { pairs: jobs.length, connectors: CORRECT_CONNECTORS.length, problems }
}

const TURNS = 3

function hasItsTurn({ defect, correct }: Pair): boolean {
  return (DEFECTS.indexOf(defect) + CORRECT_CONNECTORS.indexOf(correct)) % TURNS === 0
}

function saysNothing(states: Readonly<Record<string, string>>): boolean {
  return Object.values(states).every((state) => state === 'not-applicable')
}
