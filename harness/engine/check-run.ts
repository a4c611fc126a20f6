import type { Arbitrary } from 'fast-check'
import type { Check } from '../kit/define-check.ts'
import type { MatrixCell } from '../kit/matrix-cell.ts'
import { affordable } from './affordable.ts'
import { CaseRunner } from './case-runner.ts'
import { seedOf } from './check-seed.ts'
import { concluded } from './concluded.ts'
import type { FailedCase } from './failed-case.ts'
import { type Extent, extentOf, type TriedCase } from './found/extent.ts'
import type { CheckResult } from './found/result.ts'
import type { CaseResult } from './run-case.ts'
import type { RunOptions, StoredCase } from './run-options.ts'
import { type Sampling, sample, upcoming } from './sample.ts'
import { someOf } from './some-of.ts'
import { SetAside } from './waivers/set-aside.ts'

/** One check on its way to a result. What a waiver of a part of the clause covers is set aside, and the search goes on. */
export class CheckRun {
  readonly #check: Check
  readonly #options: RunOptions
  readonly #runner: CaseRunner
  readonly #aside: SetAside
  #shrunk = 0
  #leftOut = 0
  /** Cases that the run did not come to before its time was spent. */
  #notCome = 0
  #listed: readonly unknown[] = []
  #trouble: unknown
  #found: FailedCase | undefined
  #stored: FailedCase | undefined
  #extent: Extent | undefined
  readonly #fixed: string[] = []
  readonly #cells: MatrixCell[] = []

  constructor(check: Check, options: RunOptions) {
    this.#check = check
    this.#options = options
    this.#runner = new CaseRunner(check, options)
    this.#aside = new SetAside(check.clause, options.waivers)
  }

  /** The listed cases that this run tries, in their order. */
  affordable(cases: readonly unknown[]): readonly unknown[] {
    this.#listed = affordable(cases, this.#check, this.#options)
    this.#leftOut = cases.length - this.#listed.length
    return this.#listed
  }

  /** Tries a case of an earlier run. */
  async tryStored({ id, example, tries = 1 }: StoredCase): Promise<void> {
    let result = await this.#runner.tryStored(id, example)
    for (let left = tries - 1; left > 0 && result?.state === 'held'; left -= 1) {
      result = await this.#runner.tryStored(id, example)
    }
    if (result?.state === 'held') this.#fixed.push(id)
    if (result?.state !== 'violated') return
    const key = this.#aside.keyOf(result)
    if (key === undefined) this.#stored ??= result
    else this.#aside.putStored(key, result)
  }

  /**
   * Tries a list of cases, which goes from simple to complex, until one fails, and then some of the others
   * to see how far that reaches. Cases that mostly wait are tried side by side; the first of the list that
   * fails is the one that counts all the same.
   */
  async tryListed(cases: readonly unknown[]): Promise<void> {
    const { width } = this.#runner
    const tried: TriedCase[] = []
    let left = cases
    if (width === 1) this.#runner.expect(() => cases)
    while (left.length > 0 && !this.#isEnough() && !this.#isOver()) {
      const wasFound = this.#found !== undefined
      const batch = left.slice(0, width)
      const results = await this.#tryBatch(batch)
      if (results === undefined) break
      for (const [index, result] of results.entries()) {
        if (this.#noted(batch[index], result, tried) && result.state === 'violated') {
          this.#found ??= result
        }
        if (result.state !== 'passed-over') this.#cells.push(...result.cells)
      }
      const isFound = this.#found !== undefined && !wasFound
      left = isFound ? this.#someOf(left.slice(width)) : left.slice(width)
    }
    if (this.#found !== undefined) this.#extent = extentOf(tried)
    else this.#notCome = left.length
  }

  /** Tries what is always tried, then made cases, until one fails; then looks for a smaller one. */
  async trySampled(cases: Arbitrary<unknown>): Promise<void> {
    const { madeAlone = false, runs: made, seed, part } = this.#options
    const always = madeAlone ? [] : this.affordable(this.#check.always(this.#options))
    const { listed = true, from = 0, to = made } = part ?? {}
    if (!listed) this.#leftOut = 0
    const first = listed ? 0 : always.length + from
    this.#runner.startAfter(first, always.length)
    const sampling: Sampling = {
      seed: seedOf(seed, this.#check.name),
      numRuns: (listed ? always.length : 0) + to - from,
      examples: always.map((example): [unknown] => [example]),
      first,
    }
    const tried: TriedCase[] = []
    const asideAt = new Map<string, number>()
    let runs = first
    this.#runner.expect(() => upcoming(cases, sampling))
    await sample(cases, sampling, async (example) => {
      if (this.#outOfShrinks() || this.#isOver()) return false
      const result = await this.#tryOrStop(example)
      if (result === undefined) return false
      const key = result.state === 'violated' ? this.#aside.keyOf(result) : undefined
      if (this.#found === undefined) {
        if (key !== undefined && !this.#aside.has(key)) asideAt.set(key, runs)
        runs += 1
        this.#noted(example, result, tried)
      }
      if (result.state !== 'violated' || key !== undefined) return false
      // What comes now is smaller.
      if (this.#found === undefined) this.#runner.expectNone()
      this.#found = result
      return true
    })
    if (this.#trouble !== undefined) throw this.#trouble
    if (this.#found === undefined) this.#notCome = first + sampling.numRuns - runs
    // Where a made case was the first to fail, those that are always tried say nothing of its extent.
    if (this.#found !== undefined && runs <= always.length) {
      await this.#seeHowFar(this.#someOf(always.slice(runs)), tried)
    }
    for (const [key, at] of asideAt) await this.#makeSmaller(key, cases, sampling, at)
  }

  /** What has been found by now, for a run that ends before its time. */
  sofar(): CheckResult {
    const { tried: cases } = this.#runner
    const found = this.#found
    if (found !== undefined && this.#aside.waiversOf(found).length === 0)
      return { state: 'violated', cases, violation: found.violation }
    return { state: 'undecided', reason: `it was stopped after ${cases} cases` }
  }

  /** Whether the time of the run was spent before all of the cases were tried. */
  get isCutShort(): boolean {
    return this.#notCome > 0
  }

  /** What all of it comes to. */
  async result(): Promise<CheckResult> {
    await this.#runner.settled()
    return concluded(this.#check, this.#options, {
      runner: this.#runner,
      aside: this.#aside,
      failed: this.#found ?? this.#stored,
      extent: this.#extent,
      cells: this.#cells,
      leftOut: this.#leftOut,
      notCome: this.#notCome,
      listed: this.#listed,
      fixed: this.#fixed,
    })
  }

  /** Looks for a smaller case than the one set aside; one that no waiver covers is found, and goes before it. */
  async #makeSmaller(
    key: string,
    cases: Arbitrary<unknown>,
    sampling: Sampling,
    at: number,
  ): Promise<void> {
    // The first one is the case itself once more.
    let left = this.#options.shrinks + 1
    const wasFound = this.#found !== undefined
    const smaller = async (example: unknown): Promise<boolean> => {
      left -= 1
      const result = left < 0 || this.#isOver() ? undefined : await this.#tryOrStop(example)
      if (result?.state !== 'violated') return false
      const own = this.#aside.keyOf(result)
      if (own === undefined) {
        if (!wasFound) this.#found = result
        return !wasFound
      }
      const isSmaller = own === key && (wasFound || this.#found === undefined)
      if (isSmaller || !this.#aside.has(own)) this.#aside.put(own, result)
      return isSmaller
    }
    await sample(cases, sampling, smaller, at)
    if (this.#trouble !== undefined) throw this.#trouble
  }

  async #seeHowFar(cases: readonly unknown[], tried: TriedCase[]): Promise<void> {
    for (const example of cases) {
      if (this.#isEnough() || this.#isOver()) break
      const [result] = (await this.#tryBatch([example])) ?? []
      if (result === undefined) break
      this.#noted(example, result, tried)
    }
    this.#extent = extentOf(tried)
  }

  /**
   * Notes a case for the extent of what is found. One that a waiver covers is none of those: it is set aside.
   *
   * @returns whether it counts.
   */
  #noted(example: unknown, result: CaseResult, tried: TriedCase[]): boolean {
    if (result.state === 'passed-over') return false
    const key = result.state === 'violated' ? this.#aside.keyOf(result) : undefined
    this.#aside.note(example, key)
    if (key === undefined) tried.push({ example, failed: result.state === 'violated' })
    else if (result.state === 'violated' && !this.#aside.has(key)) this.#aside.put(key, result)
    return key === undefined
  }

  /** Undefined where the harness is in trouble after a violation, which is no reason to forget that. */
  #tryBatch(batch: readonly unknown[]): Promise<readonly CaseResult[] | undefined> {
    const results = Promise.all(batch.map((example) => this.#runner.try(example)))
    return this.#found === undefined ? results : results.catch(() => undefined)
  }

  /** Undefined where the harness is in trouble, now or before: then no further case is tried. */
  async #tryOrStop(example: unknown): Promise<CaseResult | undefined> {
    if (this.#trouble !== undefined) return undefined
    return this.#runner.try(example).catch((error: unknown) => {
      this.#trouble = error ?? new Error('an unknown failure')
      return undefined
    })
  }

  /** As many cases as may be tried once one has failed, to see how far that reaches. */
  #someOf(cases: readonly unknown[]): readonly unknown[] {
    const most = this.#check.whole ? cases.length : this.#options.shrinks
    return someOf(cases, most, this.#runner.nameOf('extent'))
  }

  #isEnough(): boolean {
    return this.#found !== undefined && this.#runner.isTedious
  }

  #isOver(): boolean {
    return this.#options.isOver?.() ?? false
  }

  #outOfShrinks(): boolean {
    if (this.#found === undefined) return false
    this.#shrunk += 1
    return this.#shrunk > this.#options.shrinks || this.#runner.isTediousToShrink
  }
}
