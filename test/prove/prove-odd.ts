import { Declarations } from '../../contracts/declarations.ts'
import { CHECKS } from '../../harness/checks/index.ts'
import type { Target } from '../../harness/drivers/target.ts'
import type { Capabilities } from '../../harness/kit/capabilities.ts'
import { makesCases } from '../../harness/kit/define-check.ts'
import { oddConnectors, oddModules } from '../odd/support/odd-connectors.ts'
import { abcSource } from '../support/abc-source.ts'
import { caughtBy } from './caught-by.ts'
import { doJobs } from './pool.ts'
import type { Scope } from './scope.ts'

const SEEDS = 50
const FIRST_SEED = 1
/**
 * Made cases a check for the seeds behind the first, which has as many as `verify` makes. Fifty seeds with few
 * cases each meet more of what differs between seeds than ten with many, in the same time.
 */
const runsOfASeed = (target: Target) => (target.kind === 'module' ? 10 : 1)
/** What is enough behind the tests, in which every correct connector has met other cases of the same checks. */
const AFTER_TESTS = { runs: 4, most: 16, scheme: 'mostly-http' } as const
/** Of a process a call, each seed behind the first tries every so many-th check, each seed other ones. */
const everySoMany = (target: Target) => (target.kind === 'module' ? 1 : 4)
/** Which checks sample their cases does not depend on the connector. */
const ANY: Capabilities = {
  mode: 'asynchronous',
  scheme: 'https',
  declarations: Declarations.parse({}),
  source: abcSource,
}

export interface Odd {
  readonly connectors: number
  readonly seeds: number
  readonly problems: readonly string[]
}

/** Puts every correct connector to every check: none may fail but a SHOULD that it says it does not follow. */
export async function proveOdd({ all, afterTests, width, progress }: Scope): Promise<Odd> {
  const seeds = Array.from({ length: all ? SEEDS : 1 }, (_, index) => FIRST_SEED + index)
  const connectors = await (all ? oddConnectors() : oddModules())
  const jobs = connectors.flatMap(({ name, target, advised }) =>
    seeds.map((seed) => ({
      connector: name,
      target,
      checks: checksFor(seed, target, advised),
      seed,
      everyAnswer: { but: advised },
      ...(afterTests ? AFTER_TESTS : {}),
      ...(seed === FIRST_SEED ? {} : { madeAlone: true, runs: runsOfASeed(target) }),
    })),
  )
  const results = await doJobs(jobs, width, (done) => progress('correct', done, jobs.length))
  const problems = results.flatMap(({ job, states, reasons }) => [
    ...caughtBy(states).map(
      (check) => `${job.connector} is accused by ${check} with seed ${job.seed}: ${reasons[check]}`,
    ),
    ...(reasons['the job'] === undefined ? [] : [`${job.connector}: ${reasons['the job']}`]),
  ])
  return { connectors: connectors.length, seeds: seeds.length, problems }
}

/**
 * A check that goes through a list does the same with every seed, and so do the cases that are always tried
 * before the made ones: the first seed is enough for both.
 */
function checksFor(seed: number, target: Target, advised: readonly string[]): readonly string[] {
  const every = everySoMany(target)
  const sampled = CHECKS.filter((check) => makesCases(check, ANY)).filter(
    (_, index) => index % every === seed % every,
  )
  return (seed === FIRST_SEED ? CHECKS : sampled)
    .map(({ name }) => name)
    .filter((name) => !advised.includes(name))
}
