import { Declarations } from '../../contracts/declarations.ts'
import { CHECKS } from '../../harness/checks/index.ts'
import type { Capabilities, Check } from '../../harness/kit/define-check.ts'
import { oddConnectors, oddModules } from '../odd/support/odd-connectors.ts'
import { caughtBy } from './caught-by.ts'
import { doJobs } from './pool.ts'
import type { Scope } from './scope.ts'

const SEEDS = 50
const FIRST_SEED = 1
/**
 * Made cases a check for the seeds behind the first. The first has as many as `verify` makes; of a process a
 * call, fifty seeds with one case each say more than ten with five, in the same time.
 */
const RUNS_OF_A_SEED = { module: 30, command: 1, 'stix-shifter': 1, 'proxy-host': 1 } as const
/** Which checks sample their cases does not depend on the connector. */
const ANY: Capabilities = {
  mode: 'asynchronous',
  scheme: 'https',
  declarations: Declarations.parse({}),
}

export interface Odd {
  readonly connectors: number
  readonly seeds: number
  readonly problems: readonly string[]
}

/** Puts every correct connector to every check: none may fail but a SHOULD that it says it does not follow. */
export async function proveOdd({ all, width, progress }: Scope): Promise<Odd> {
  const seeds = Array.from({ length: all ? SEEDS : 1 }, (_, index) => FIRST_SEED + index)
  const connectors = await (all ? oddConnectors() : oddModules())
  const jobs = connectors.flatMap(({ name, target, advised }) =>
    seeds.map((seed) => ({
      connector: name,
      target,
      checks: checksFor(seed, advised),
      seed,
      ...(seed === FIRST_SEED ? {} : { madeAlone: true, runs: RUNS_OF_A_SEED[target.kind] }),
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
function checksFor(seed: number, advised: readonly string[]): readonly string[] {
  return CHECKS.filter((check) => seed === FIRST_SEED || isSampled(check))
    .map(({ name }) => name)
    .filter((name) => !advised.includes(name))
}

function isSampled(check: Check): boolean {
  return !Array.isArray(check.cases(ANY))
}
