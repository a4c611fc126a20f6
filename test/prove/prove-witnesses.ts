import { type BrokenFile, brokenModules } from '../broken/support/broken-files.ts'
import { CLAIMS } from '../support/claims.ts'
import { caughtBy } from './caught-by.ts'
import type { Job, JobResult } from './job.ts'
import { doJobs } from './pool.ts'
import type { Scope } from './scope.ts'
import { WITNESSES } from './witnesses.ts'

const SEED = 1
/** The cases that are always tried tell most of what there is to tell about another check. */
const RUNS = 10
/** Behind the tests other checks try less: of the cases that they list, so many that tell most. */
const AFTER_TESTS = { others: { runs: 1, most: 10 } } as const

export interface Witnesses {
  /** By check: the broken connector that it alone catches, or why there is none. */
  readonly byCheck: ReadonlyMap<string, string>
  readonly problems: readonly string[]
}

/**
 * Puts broken connectors to all checks, until for each check one is found that it alone catches: first the
 * one on record, and with `all` then the others that name the check.
 */
export async function proveWitnesses({
  all,
  afterTests,
  width,
  progress,
}: Scope): Promise<Witnesses> {
  const connectors = await brokenModules()
  const results: JobResult[] = []
  // The same cases in half the time: which checks catch a defect hangs on HTTPS for those about connections alone.
  const scheme = all ? {} : ({ scheme: 'mostly-http' } as const)
  const effort = { ...scheme, ...(afterTests ? AFTER_TESTS : {}) }
  for (let round = 0; ; round += 1) {
    const jobs = CLAIMS.flatMap(({ name }) => {
      if (verdictOn(name, results).isSettled) return []
      const candidate = candidatesFor(name, connectors, all)[round]
      return candidate === undefined ? [] : [{ ...jobFor(candidate), ...effort }]
    })
    if (jobs.length === 0) break
    const part = `witnesses, round ${round + 1}`
    results.push(...(await doJobs(jobs, width, (done) => progress(part, done, jobs.length))))
  }
  const verdicts = CLAIMS.map(({ name }) => [name, verdictOn(name, results)] as const)
  return {
    byCheck: new Map(verdicts.map(([name, { text }]) => [name, text])),
    problems: verdicts.flatMap(([, { problem }]) => problem ?? []),
  }
}

function candidatesFor(
  check: string,
  connectors: readonly BrokenFile[],
  all: boolean,
): readonly BrokenFile[] {
  const own = connectors.filter(({ caughtBy: name }) => name === check)
  const recorded = own.filter(isOnRecord)
  return all ? [...recorded, ...own.filter((each) => !isOnRecord(each))] : recorded
}

function isOnRecord({ name, caughtBy: check }: BrokenFile): boolean {
  const witness = WITNESSES[check]
  return witness !== undefined && 'file' in witness && witness.file === name
}

function jobFor({ name, target, caughtBy: check }: BrokenFile): Job {
  // Its own check first; then those of the same family, which are the likeliest to fail too.
  const family = check.split('-')[0]
  const distance = (other: string) => (other === check ? 0 : other.split('-')[0] === family ? 1 : 2)
  const checks = CLAIMS.map((each) => each.name).toSorted((a, b) => distance(a) - distance(b))
  return { connector: name, target, checks, seed: SEED, runs: RUNS, alone: check }
}

function verdictOn(
  check: string,
  results: readonly JobResult[],
): { readonly text: string; readonly isSettled: boolean; readonly problem?: string } {
  const own = results.filter(({ job }) => job.alone === check)
  const sole = own.find(({ states }) => caughtBy(states).join() === check)
  if (sole !== undefined) return { text: sole.job.connector, isSettled: true }
  const witness = WITNESSES[check]
  if (witness !== undefined && 'inseparable' in witness)
    return { text: witness.inseparable, isSettled: true }
  const others = own.map(
    ({ job, states, reasons }) =>
      `${job.connector} by ${caughtBy(states).join(', ') || reasons['the job'] || 'none'}`,
  )
  return {
    text: 'none',
    isSettled: false,
    problem: `${check} has no broken connector that it alone catches (${others.join('; ') || 'none is on record'})`,
  }
}
