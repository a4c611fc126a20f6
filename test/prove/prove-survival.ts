import { brokenCommands, brokenModules } from '../broken/support/broken-files.ts'
import { caughtBy } from './caught-by.ts'
import { doJobs } from './pool.ts'
import type { Scope } from './scope.ts'

const FIRST_SEED = 1
const SEEDS = [FIRST_SEED, 2, 3, 4, 5]

export interface Survival {
  /** By check: the broken connectors that name it, and how many of them it caught with every seed. */
  readonly byCheck: ReadonlyMap<string, { readonly caught: number; readonly of: number }>
  readonly seeds: number
  readonly problems: readonly string[]
}

/** Puts every broken connector to the check that must catch it. */
export async function proveSurvival(scope: Scope): Promise<Survival> {
  const { all, afterTests, width, progress } = scope
  const seeds = all ? SEEDS : SEEDS.slice(0, 1)
  // Without `all`, those that are processes are left to the tests, which try the same.
  const connectors = [...(await brokenModules()), ...(all ? brokenCommands() : [])]
  const jobs = connectors.flatMap(({ name, target, caughtBy: check }) =>
    seeds
      .filter((seed) => seed !== FIRST_SEED || !afterTests)
      .map((seed) => ({ connector: name, target, checks: [check], seed })),
  )
  const results = await doJobs(jobs, width, (done) => progress('broken', done, jobs.length))
  const survivors = results.filter(({ job, states }) => {
    const [check = ''] = job.checks
    return !caughtBy(states).includes(check)
  })
  const byCheck = new Map<string, { caught: number; of: number }>()
  for (const { name, caughtBy: check } of connectors) {
    const count = byCheck.get(check) ?? { caught: 0, of: 0 }
    count.of += 1
    if (!survivors.some(({ job }) => job.connector === name)) count.caught += 1
    byCheck.set(check, count)
  }
  const problems = survivors.map(
    ({ job, reasons }) =>
      `${job.connector} survives ${job.checks[0]} with seed ${job.seed}${reasons['the job'] === undefined ? '' : `: ${reasons['the job']}`}`,
  )
  return { byCheck, seeds: seeds.length, problems }
}
