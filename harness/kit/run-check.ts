import { createHash } from 'node:crypto'
import fc, { type Arbitrary } from 'fast-check'
import type { Check } from './define-check.ts'
import type { SessionOptions } from './open-session.ts'
import type { CheckResult, Violation } from './result.ts'
import { type CaseResult, runCase } from './run-case.ts'

/** How a check is run: everything that its verdict depends on. */
export interface RunOptions extends Omit<SessionOptions, 'name'> {
  /** Same seed, same connector: same verdict. */
  readonly seed: number
  /** How many made cases a check tries; those that are always tried come on top. */
  readonly runs: number
  /** How many smaller cases are tried, once one has failed. */
  readonly shrinks: number
  /**
   * Cases of earlier runs, by the check's name: tried before everything else. They count only where
   * nothing else fails, so that what is found otherwise is the same for those who have none.
   */
  readonly stored?: Readonly<Record<string, readonly StoredCase[]>>
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
    await (isArbitrary(cases) ? run.trySampled(cases) : run.tryListed(cases))
    return run.result()
  } catch (error) {
    return { state: 'undecided', reason: reasonOf(error) }
  }
}

/** How many cases of a check that mostly waits are tried at once. */
const SIDE_BY_SIDE = 8

/** Thrown inside a property so that fast-check looks for a smaller case. */
class CaseFailed extends Error {}

class CheckRun {
  readonly #check: Check
  readonly #options: RunOptions
  #sessions = 0
  #tried = 0
  #shrunk = 0
  #passedOver: string | undefined
  #trouble: unknown
  #violation: Violation | undefined
  #storedViolation: Violation | undefined
  readonly #fixed: string[] = []

  constructor(check: Check, options: RunOptions) {
    this.#check = check
    this.#options = options
  }

  /** Tries a case of an earlier run. One that cannot be run any more says nothing, and is no trouble. */
  async tryStored({ id, example }: StoredCase): Promise<void> {
    const result = await this.#runCase(example, `stored/${id}`).catch(() => undefined)
    if (result?.state === 'held') this.#fixed.push(id)
    if (result?.state === 'violated') this.#storedViolation ??= result.violation
  }

  /**
   * Tries a list of cases, which goes from simple to complex, until one fails. Cases that mostly wait
   * are tried side by side; the first of the list that fails is the one that counts all the same.
   */
  async tryListed(cases: readonly unknown[]): Promise<void> {
    const width = this.#check.waits ? SIDE_BY_SIDE : 1
    for (let start = 0; start < cases.length; start += width) {
      const batch = cases.slice(start, start + width).map((example) => this.#try(example))
      for (const violation of await Promise.all(batch)) this.#violation ??= violation
      if (this.#violation !== undefined) return
    }
  }

  /** Tries what is always tried, then made cases, until one fails; then looks for a smaller one. */
  async trySampled(cases: Arbitrary<unknown>): Promise<void> {
    const always = this.#check.always(this.#options)
    const property = fc.asyncProperty(cases, async (example) => {
      if (this.#trouble !== undefined || this.#outOfShrinks()) return
      const violation = await this.#try(example).catch((error: unknown) => {
        this.#trouble = error ?? new Error('an unknown failure')
      })
      if (violation === undefined) return
      this.#violation = violation
      throw new CaseFailed()
    })
    await fc.check(property, {
      seed: seedOf(this.#options.seed, this.#check.name),
      numRuns: always.length + this.#options.runs,
      examples: always.map((example): [unknown] => [example]),
    })
    if (this.#trouble !== undefined) throw this.#trouble
  }

  result(): CheckResult {
    const violation = this.#violation ?? this.#storedViolation
    if (violation !== undefined) return { state: 'violated', cases: this.#tried, violation }
    if (this.#tried === 0) {
      return { state: 'not-applicable', reason: this.#passedOver ?? 'no case of it applies' }
    }
    const fixed = this.#fixed.length === 0 ? {} : { fixed: this.#fixed }
    return { state: 'held', cases: this.#tried, ...fixed }
  }

  #outOfShrinks(): boolean {
    if (this.#violation === undefined) return false
    this.#shrunk += 1
    return this.#shrunk > this.#options.shrinks
  }

  async #try(example: unknown): Promise<Violation | undefined> {
    this.#sessions += 1
    const result = await this.#runCase(example, String(this.#sessions))
    if (result.state === 'passed-over') {
      this.#passedOver = result.reason
      return undefined
    }
    this.#tried += 1
    return result.state === 'violated' ? result.violation : undefined
  }

  /** Runs one case in a session of this name, which no other case of the run has. */
  #runCase(example: unknown, session: string): Promise<CaseResult> {
    const name = `${this.#options.seed}/${this.#check.name}/${session}`
    return runCase(this.#check, example, { ...this.#options, name })
  }
}

function isArbitrary(cases: Arbitrary<unknown> | readonly unknown[]): cases is Arbitrary<unknown> {
  return !Array.isArray(cases)
}

/** A check's own seed, so that leaving out other checks changes nothing about this one. */
function seedOf(seed: number, name: string): number {
  return createHash('sha256').update(`${seed}/${name}`).digest().readInt32BE(0)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
