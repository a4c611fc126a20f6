import fc, { type Arbitrary } from 'fast-check'
import { type CaseFacts, factsOf } from './case-facts.ts'
import { seedOf } from './check-seed.ts'
import type { Check } from './define-check.ts'
import { explainFailed } from './explain-failed.ts'
import { type Extent, extentOf, type TriedCase } from './extent.ts'
import type { MatrixCell } from './matrix-cell.ts'
import type { SessionOptions } from './open-session.ts'
import type { CheckResult } from './result.ts'
import { type CaseResult, type FailedCase, runCase } from './run-case.ts'
import { someOf } from './some-of.ts'

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
  try {
    for (const stored of options.stored?.[check.name] ?? []) await run.tryStored(stored)
    const cases = check.cases(options)
    await (isArbitrary(cases) ? run.trySampled(cases) : run.tryListed(run.affordable(cases)))
    return await run.result()
  } catch (error) {
    return { state: 'undecided', reason: reasonOf(error) }
  }
}

/**
 * How many cases of a check that mostly waits are tried at once. More processes than that would wait for
 * the machine and not for the data source.
 */
const SIDE_BY_SIDE = { module: 16, command: 8, 'stix-shifter': 8, 'proxy-host': 8 } as const
/** After so many calls without an answer, how far a violation reaches is not worth the time. */
const MOST_TIMEOUTS = 2
/** The same where a table is filled. */
const MOST_TIMEOUTS_OF_A_TABLE = 24

/** Thrown inside a property so that fast-check looks for a smaller case. */
class CaseFailed extends Error {}

class CheckRun {
  readonly #check: Check
  readonly #options: RunOptions
  #sessions = 0
  #tried = 0
  #shrunk = 0
  #timeouts = 0
  #leftOut = 0
  #passedOver: string | undefined
  #trouble: unknown
  #found: FailedCase | undefined
  #stored: FailedCase | undefined
  #extent: Extent | undefined
  readonly #fixed: string[] = []
  readonly #cells: MatrixCell[] = []

  constructor(check: Check, options: RunOptions) {
    this.#check = check
    this.#options = options
  }

  /** The listed cases that this run can afford. */
  affordable(cases: readonly unknown[]): readonly unknown[] {
    const { most = cases.length, seed } = this.#options
    const some = someOf(cases, most, `${seed}/${this.#check.name}`)
    this.#leftOut = cases.length - some.length
    return some
  }

  /** Tries a case of an earlier run. One that cannot be run any more says nothing, and is no trouble. */
  async tryStored({ id, example }: StoredCase): Promise<void> {
    const result = await this.#runCase(example, `stored/${id}`).catch(() => undefined)
    if (result?.state === 'held') this.#fixed.push(id)
    if (result?.state === 'violated') this.#stored ??= result
  }

  /**
   * Tries a list of cases, which goes from simple to complex, until one fails, and then some of the others
   * to see how far that reaches. Cases that mostly wait are tried side by side; the first of the list that
   * fails is the one that counts all the same.
   */
  async tryListed(cases: readonly unknown[]): Promise<void> {
    const width = this.#check.waits ? SIDE_BY_SIDE[this.#options.driver.kind] : 1
    const tried: TriedCase[] = []
    let left = cases
    while (left.length > 0 && !this.#isEnough()) {
      const wasFound = this.#found !== undefined
      const batch = left.slice(0, width)
      const results = await this.#tryBatch(batch)
      if (results === undefined) break
      for (const [index, result] of results.entries()) {
        if (result.state === 'violated') this.#found ??= result
        if (result.state === 'passed-over') continue
        tried.push({ example: batch[index], failed: result.state === 'violated' })
        this.#cells.push(...result.cells)
      }
      const isFound = this.#found !== undefined && !wasFound
      left = isFound ? this.#someOf(left.slice(width)) : left.slice(width)
    }
    if (this.#found !== undefined) this.#extent = extentOf(tried)
  }

  /** Tries what is always tried, then made cases, until one fails; then looks for a smaller one. */
  async trySampled(cases: Arbitrary<unknown>): Promise<void> {
    const { madeAlone = false } = this.#options
    const always = madeAlone ? [] : this.affordable(this.#check.always(this.#options))
    const tried: TriedCase[] = []
    let runs = 0
    const property = fc.asyncProperty(cases, async (example) => {
      if (this.#trouble !== undefined || this.#outOfShrinks()) return
      const result = await this.#try(example).catch((error: unknown) => {
        this.#trouble = error ?? new Error('an unknown failure')
      })
      if (result === undefined) return
      if (this.#found === undefined) {
        runs += 1
        if (result.state !== 'passed-over')
          tried.push({ example, failed: result.state === 'violated' })
      }
      if (result.state !== 'violated') return
      this.#found = result
      throw new CaseFailed()
    })
    await fc.check(property, {
      seed: seedOf(this.#options.seed, this.#check.name),
      numRuns: always.length + this.#options.runs,
      examples: always.map((example): [unknown] => [example]),
    })
    if (this.#trouble !== undefined) throw this.#trouble
    // Where a made case was the first to fail, those that are always tried say nothing of its extent.
    if (this.#found !== undefined && runs <= always.length) {
      await this.#seeHowFar(this.#someOf(always.slice(runs)), tried)
    }
  }

  async result(): Promise<CheckResult> {
    const failed = this.#found ?? this.#stored
    const matrix = this.#cells.length === 0 ? {} : { matrix: this.#cells }
    const leftOut = this.#leftOut === 0 ? {} : { leftOut: this.#leftOut }
    if (failed !== undefined) {
      const explanation = await explainFailed(this.#check, failed, this.#options)
      const extent = this.#extent === undefined ? {} : { extent: this.#extent }
      const violation = { ...failed.violation, explanation, ...extent }
      return { state: 'violated', cases: this.#tried, ...leftOut, violation, ...matrix }
    }
    if (this.#tried === 0) {
      return { state: 'not-applicable', reason: this.#passedOver ?? 'no case of it applies' }
    }
    const fixed = this.#fixed.length === 0 ? {} : { fixed: this.#fixed }
    return { state: 'held', cases: this.#tried, ...leftOut, ...fixed, ...matrix }
  }

  async #seeHowFar(cases: readonly unknown[], tried: TriedCase[]): Promise<void> {
    for (const example of cases) {
      if (this.#isEnough()) break
      const [result] = (await this.#tryBatch([example])) ?? []
      if (result === undefined) break
      if (result.state === 'passed-over') continue
      tried.push({ example, failed: result.state === 'violated' })
    }
    this.#extent = extentOf(tried)
  }

  /** Undefined where the harness is in trouble after a violation, which is no reason to forget that. */
  #tryBatch(batch: readonly unknown[]): Promise<readonly CaseResult[] | undefined> {
    const results = Promise.all(batch.map((example) => this.#try(example)))
    return this.#found === undefined ? results : results.catch(() => undefined)
  }

  /** As many cases as may be tried once one has failed, to see how far that reaches. */
  #someOf(cases: readonly unknown[]): readonly unknown[] {
    const most = this.#check.whole ? cases.length : this.#options.shrinks
    return someOf(cases, most, this.#nameOf('extent'))
  }

  #isEnough(): boolean {
    const most = this.#check.whole ? MOST_TIMEOUTS_OF_A_TABLE : MOST_TIMEOUTS
    return this.#found !== undefined && this.#timeouts >= most
  }

  #outOfShrinks(): boolean {
    if (this.#found === undefined) return false
    this.#shrunk += 1
    return this.#shrunk > this.#options.shrinks
  }

  async #try(example: unknown): Promise<CaseResult> {
    this.#sessions += 1
    const result = await this.#runCase(example, String(this.#sessions))
    if (result.state === 'passed-over') {
      this.#passedOver = result.reason
      return result
    }
    this.#tried += 1
    this.#options.caseEnded?.(factsOf(result))
    if (result.state === 'violated' && timedOut(result)) this.#timeouts += 1
    return result
  }

  #runCase(example: unknown, session: string): Promise<CaseResult> {
    return runCase(this.#check, example, { ...this.#options, name: this.#nameOf(session) })
  }

  /** A name for a session, which no other session of the run has at the same time. */
  #nameOf(session: string): string {
    return `${this.#options.seed}/${this.#check.name}/${session}`
  }
}

function timedOut({ evidence }: FailedCase): boolean {
  return evidence.calls.some(({ answer }) => answer.result.kind === 'timed-out')
}

function isArbitrary(cases: Arbitrary<unknown> | readonly unknown[]): cases is Arbitrary<unknown> {
  return !Array.isArray(cases)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
