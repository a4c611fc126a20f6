import type { Arbitrary } from 'fast-check'
import type { Waiver } from '../../contracts/waiver.ts'
import type { Check } from '../kit/define-check.ts'
import type { CaseFacts } from './case-facts.ts'
import { CheckRun } from './check-run.ts'
import type { CheckResult } from './found/result.ts'
import type { Part } from './part.ts'
import type { SessionOptions } from './session/open-session.ts'

/** How a check is run: everything that its verdict depends on. */
export interface RunOptions extends Omit<SessionOptions, 'name'> {
  /** Same seed, same connector: same verdict. */
  readonly seed: number
  /** How many made cases a check tries; those that are always tried come on top. */
  readonly runs: number
  /** How many smaller cases are tried, once one has failed. */
  readonly shrinks: number
  /** So many of a check's listed cases are tried, where calls are dear; all of them by default. */
  readonly most?: number | undefined
  /** Made cases alone, for a further round: what is always tried was tried with another seed. */
  readonly madeAlone?: boolean
  /**
   * Cases of earlier runs, by the check's name: tried before everything else. They count only where
   * nothing else fails, so that what is found otherwise is the same for those who have none.
   */
  readonly stored?: Readonly<Record<string, readonly StoredCase[]>>
  /** The waivers that are in force, of whatever clause. */
  readonly waivers?: readonly Waiver[]
  /** Of the check's cases these alone; undefined: all. Listed cases before made ones begin at their first. */
  readonly part?: Part | undefined
  /** Given, before the first case, what tells at any time what has been found so far. */
  readonly begun?: (sofar: () => CheckResult) => void
  /** Told of every case as it ends, but for those of earlier runs. */
  readonly caseEnded?: (facts: CaseFacts) => void
}

/** A case that failed in an earlier run. */
export interface StoredCase {
  readonly id: string
  readonly example: unknown
}

/** Runs one check against one connector. Never rejects: trouble of the harness is a result too. */
export async function runCheck(check: Check, options: RunOptions): Promise<CheckResult> {
  const reason = check.notFor(options)
  if (reason !== undefined) return { state: 'not-applicable', reason }
  const run = new CheckRun(check, options)
  options.begun?.(() => run.sofar())
  try {
    for (const stored of options.stored?.[check.name] ?? []) await run.tryStored(stored)
    const cases = check.cases(options)
    await (isArbitrary(cases) ? run.trySampled(cases) : run.tryListed(run.affordable(cases)))
    return await run.result()
  } catch (error) {
    return { state: 'undecided', reason: reasonOf(error) }
  }
}

function isArbitrary(cases: Arbitrary<unknown> | readonly unknown[]): cases is Arbitrary<unknown> {
  return !Array.isArray(cases)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
