import { factsOf } from './case-facts.ts'
import type { Check } from './define-check.ts'
import { type CaseResult, type FailedCase, runCase } from './run-case.ts'
import type { RunOptions } from './run-check.ts'

/** Runs the cases of one check, each in a session of its own name, and counts them. */
export class CaseRunner {
  readonly #check: Check
  readonly #options: RunOptions
  #sessions = 0
  #tried = 0
  #timeouts = 0
  #passedOver: string | undefined

  constructor(check: Check, options: RunOptions) {
    this.#check = check
    this.#options = options
  }

  /** Names sessions as if so many had been before, as they are where a check is not divided. */
  startAfter(sessions: number): void {
    this.#sessions = sessions
  }

  /** Cases that said something, those of earlier runs aside. */
  get tried(): number {
    return this.#tried
  }

  /** Violations in which the connector gave no answer in time. */
  get timeouts(): number {
    return this.#timeouts
  }

  /** Why the latest case that was passed over was. */
  get passedOver(): string | undefined {
    return this.#passedOver
  }

  /** Rejects where the harness is in trouble. */
  async try(example: unknown): Promise<CaseResult> {
    this.#sessions += 1
    const result = await this.#run(example, String(this.#sessions))
    if (result.state === 'passed-over') {
      this.#passedOver = result.reason
      return result
    }
    this.#tried += 1
    this.#options.caseEnded?.(factsOf(result))
    if (result.state === 'violated' && timedOut(result)) this.#timeouts += 1
    return result
  }

  /** A case of an earlier run. One that cannot be run any more says nothing, and is no trouble. */
  tryStored(id: string, example: unknown): Promise<CaseResult | undefined> {
    return this.#run(example, `stored/${id}`).catch(() => undefined)
  }

  /** A name for a session, which no other session of the run has at the same time. */
  nameOf(session: string): string {
    return `${this.#options.seed}/${this.#check.name}/${session}`
  }

  #run(example: unknown, session: string): Promise<CaseResult> {
    return runCase(this.#check, example, { ...this.#options, name: this.nameOf(session) })
  }
}

function timedOut({ evidence }: FailedCase): boolean {
  return evidence.calls.some(({ answer }) => answer.result.kind === 'timed-out')
}
