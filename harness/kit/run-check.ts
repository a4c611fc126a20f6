import { createHash } from 'node:crypto'
import fc, { type Arbitrary } from 'fast-check'
import type { Snapshot } from '../../mock-datasource/index.ts'
import type { Check } from './define-check.ts'
import { type OpenSession, openSession, type SessionOptions } from './open-session.ts'
import type { CheckResult, Violation } from './result.ts'
import { CaseNotApplicable, ContractViolation } from './violation.ts'

/** How a check is run: everything that its verdict depends on. */
export interface RunOptions extends Omit<SessionOptions, 'name'> {
  /** Same seed, same connector: same verdict. */
  readonly seed: number
  /** How many made cases a check tries; those that are always tried come on top. */
  readonly runs: number
  /** How many smaller cases are tried, once one has failed. */
  readonly shrinks: number
}

/** Runs one check against one connector. Never rejects: trouble of the harness is a result too. */
export async function runCheck(check: Check, options: RunOptions): Promise<CheckResult> {
  const reason = check.notFor(options)
  if (reason !== undefined) return { state: 'not-applicable', reason }
  const run = new CheckRun(check, options)
  try {
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

  constructor(check: Check, options: RunOptions) {
    this.#check = check
    this.#options = options
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
    if (this.#violation !== undefined) {
      return { state: 'violated', cases: this.#tried, violation: this.#violation }
    }
    if (this.#tried === 0) {
      return { state: 'not-applicable', reason: this.#passedOver ?? 'no case of it applies' }
    }
    return { state: 'held', cases: this.#tried }
  }

  #outOfShrinks(): boolean {
    if (this.#violation === undefined) return false
    this.#shrunk += 1
    return this.#shrunk > this.#options.shrinks
  }

  /** Runs one case in a session of its own. */
  async #try(example: unknown): Promise<Violation | undefined> {
    this.#sessions += 1
    const name = `${this.#options.seed}/${this.#check.name}/${this.#sessions}`
    const session = await openSession({ ...this.#options, name })
    try {
      await this.#check.run(session, example)
      this.#tried += 1
      return undefined
    } catch (error) {
      if (error instanceof CaseNotApplicable) {
        this.#passedOver = error.message
        return undefined
      }
      if (!(error instanceof ContractViolation)) throw error
      this.#tried += 1
      return this.#violationOf(error, example, session)
    } finally {
      await session.close()
    }
  }

  #violationOf(error: ContractViolation, example: unknown, session: OpenSession): Violation {
    const { clause, name, level, claim } = this.#check
    return {
      clause,
      check: name,
      level,
      claim,
      expected: session.secrets.mask(error.finding.expected),
      actual: session.secrets.mask(error.finding.actual),
      counterexample: example,
      seed: this.#options.seed,
      transcript: session.transcript(),
      latestCall: session.latestCall(),
      snapshot: withoutAccounts(session.snapshotBeforeLatestCall()),
    }
  }
}

/** A report must hold no credentials; whoever brings the state back gives it accounts of its own. */
function withoutAccounts(snapshot: Snapshot): Snapshot {
  return { ...snapshot, settings: { ...snapshot.settings, accounts: [] } }
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
