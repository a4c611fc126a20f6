import type { SerializedError } from 'vitest'
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'
import { afterRound } from '../engine/found/after-round.ts'
import { type Asked, AskedCount } from '../engine/found/asked.ts'
import { type CallTimes, CallTimesCount } from '../engine/found/call-times.ts'
import { type Coverage, CoverageCount } from '../engine/found/coverage.ts'
import { joinParts, type PartResult } from '../engine/found/join-parts.ts'
import type { CheckResult } from '../engine/found/result.ts'
import type { CheckPart } from '../engine/part.ts'
import { type Footprint, FootprintCount } from '../pacts/record/footprint.ts'

/** What comes of trying a check, or a part of one, as plain JSON. */
export interface CheckOutcome {
  readonly check: string
  readonly part?: CheckPart
  readonly result: CheckResult
  readonly coverage: Coverage
  readonly asked: Asked
  /** Where the time of its calls went. */
  readonly calls: readonly CallTimes[]
  /** What the connector asked of the data source, where that is gathered. */
  readonly footprint?: Footprint
  /** What no call of the driver shows or carries, by the time that the check ended. */
  readonly limits: readonly string[]
}

/** What a worker says of a check that has ended, or of a part of one, as plain JSON. */
export interface TriedCheck {
  readonly check: string
  readonly result: CheckResult
  readonly part?: CheckPart
  readonly coverage?: Coverage
  /** As in `CheckOutcome`; absent where there are none. */
  readonly limits?: readonly string[]
  /** How long it took. */
  readonly milliseconds: number
}

/** Whom a collector tells of what comes in. */
interface Told {
  /** Of each check as it ends: what it and its former rounds and parts come to. */
  readonly finished?: (check: string, result: CheckResult) => void
  /** The same as it came. */
  readonly tried?: ((tried: TriedCheck) => void) | undefined
  /** Once the connector is seen to speak another API. */
  readonly elsewhere?: () => void
}

/** Collects the checks' results out of vitest runs, one or several. vitest itself prints nothing. */
export class ResultCollector implements Reporter {
  readonly results = new Map<string, CheckResult>()
  /** The same of parts of checks, where the run is one of several shards; `results` has them joined. */
  readonly parts: PartResult[] = []
  /** What each check tried. */
  readonly coverage = new Map<string, Coverage>()
  /** How long each check took. */
  readonly milliseconds = new Map<string, number>()
  /** What the connector asked of the data source, where that is gathered. */
  readonly footprint = new FootprintCount()
  readonly trouble: string[] = []
  /** What no call shows or carries, of which some is known only once calls have been made. */
  readonly limits = new Set<string>()
  /** What the connector's calls asked for, as far as it tells whose API it speaks. */
  readonly asked = new AskedCount()
  /** Where the time of all calls went, of checks that were tried anew too. */
  readonly calls = new CallTimesCount()
  readonly #told: Told

  constructor(told: Told = {}) {
    this.#told = told
  }

  /** Whether that part of a check has a result. */
  has({ check, listed, from }: CheckPart): boolean {
    return this.parts.some(
      (each) => each.check === check && each.listed === listed && each.from === from,
    )
  }

  onTestCaseResult(testCase: TestCase): void {
    const { outcome } = testCase.meta()
    if (outcome !== undefined) this.take(outcome, testCase.diagnostic()?.duration ?? 0)
  }

  /**
   * Takes in what a check of this run comes to.
   *
   * @param duration how long it took, in milliseconds.
   */
  take(outcome: CheckOutcome, duration: number): void {
    const { check, part, result, coverage, footprint, asked, limits, calls } = outcome
    this.calls.addAll(calls)
    this.asked.addAll(asked)
    if (this.asked.isElsewhereForSure) this.#told.elsewhere?.()
    if (part === undefined && footprint !== undefined) this.footprint.addAll(footprint)
    const tried: TriedCheck = {
      ...{ check, result, milliseconds: Math.round(duration) },
      ...(part === undefined ? {} : { part }),
      ...(limits.length === 0 ? {} : { limits }),
      coverage,
    }
    this.#told.tried?.(tried)
    this.add(tried)
  }

  /** What a check has said does not count any more. */
  forget(check: string): void {
    for (const known of [this.results, this.coverage, this.milliseconds]) known.delete(check)
    const others = this.parts.filter((part) => part.check !== check)
    this.parts.splice(0, this.parts.length, ...others)
  }

  /** Takes in what a worker says, wherever it comes from. */
  add({ check, result, part, coverage, limits = [], milliseconds }: TriedCheck): void {
    for (const each of limits) this.limits.add(each)
    if (part !== undefined && coverage !== undefined) {
      this.#join({ ...part, result, coverage, milliseconds })
      return
    }
    this.milliseconds.set(check, (this.milliseconds.get(check) ?? 0) + milliseconds)
    if (coverage !== undefined) this.coverage.set(check, this.#withFormer(check, coverage))
    const sofar = afterRound(this.results.get(check), result)
    this.results.set(check, sofar)
    this.#told.finished?.(check, sofar)
  }

  /** A driver that cannot be opened, say: then its suite's checks have no results. */
  onTestSuiteResult(suite: TestSuite): void {
    this.#noteAll(suite.errors())
  }

  onTestModuleEnd(module: TestModule): void {
    this.#noteAll(module.errors())
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    this.#noteAll(errors)
  }

  #join(part: PartResult): void {
    const { check } = part
    this.parts.push(part)
    const joined = joinParts(this.parts.filter((each) => each.check === check))
    this.results.set(check, joined.result)
    this.coverage.set(check, joined.coverage)
    this.milliseconds.set(check, joined.milliseconds)
    this.#told.finished?.(check, joined.result)
  }

  #withFormer(check: string, coverage: Coverage): Coverage {
    const count = new CoverageCount()
    for (const each of [this.coverage.get(check), coverage]) {
      if (each !== undefined) count.addAll(each)
    }
    return count.coverage
  }

  /** What befalls every worker is told once. */
  note(words: string): void {
    if (!this.trouble.includes(words)) this.trouble.push(words)
  }

  #noteAll(errors: readonly SerializedError[]): void {
    for (const error of errors) this.note(wordsOf(error))
  }
}

/** How vitest says that a worker died; the rest of its words are the files that it was given. */
const DIED = /Worker exited unexpectedly with (.*?) during/

function wordsOf({ message, cause }: SerializedError): string {
  if (cause === undefined) return message
  const how = DIED.exec(cause.message)?.[1]
  if (how === undefined) return `${message} (cause: ${cause.message})`
  return `a process in which checks ran died of ${how}: the connector took it along, or the system did, for want of memory`
}
