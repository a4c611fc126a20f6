import type { Check } from '../kit/define-check.ts'
import { BegunEarly } from './begun-early.ts'
import { factsOf } from './case-facts.ts'
import type { FailedCase } from './failed-case.ts'
import { isShownBy } from './found/shown.ts'
import { type CaseResult, runCase, runCaseApart } from './run-case.ts'
import type { RunOptions } from './run-options.ts'

/**
 * How many cases of a check that mostly waits are tried at once. More processes than that would wait for
 * the machine and not for the data source.
 */
const SIDE_BY_SIDE = {
  module: 16,
  command: 8,
  'stix-shifter': 8,
  'proxy-host': 8,
  'python-object': 8,
} as const

/** After so many calls without an answer, or so many of a table, how far a violation reaches is not worth the time. */
const MOST_TIMEOUTS = 2
const MOST_TIMEOUTS_OF_A_TABLE = 24
/** After so many, a smaller case is not worth it either. */
const MOST_TIMEOUTS_IN_SEARCH = 6

/** So many cases are looked at once more where none has shown what the check is about. */
const MOST_LOOKS = 3

type Called = NonNullable<RunOptions['called']>

/** A case that was begun early. Its answers are told of once it is taken: else they would count where nobody takes it. */
interface Early {
  readonly result: Promise<CaseResult>
  readonly heard: readonly Parameters<Called>[]
}

/** Runs the cases of one check, each in a session of its own name, and counts them. */
export class CaseRunner {
  readonly #check: Check
  readonly #options: RunOptions
  readonly #early: BegunEarly<Early>
  #sessions = 0
  /** The sessions before the first case that is expected. */
  #before = 0
  #listed = Number.POSITIVE_INFINITY
  #again = 0
  #tried = 0
  #timeouts = 0
  #passedOver: string | undefined
  #isShown = false
  #hasCalled = false
  #hasAsked = false

  constructor(check: Check, options: RunOptions) {
    this.#check = check
    this.#options = options
    this.#early = new BegunEarly(options.atOnce ?? (() => 1), (example, place) =>
      this.#begin(example, String(this.#before + place + 1)),
    )
  }

  /**
   * Names sessions as if so many had been before, as they are where a check is not divided.
   *
   * @param listed how many cases come before those that are made.
   */
  startAfter(sessions: number, listed: number): void {
    this.#sessions = sessions
    this.#listed = listed
  }

  /** How many cases of a list are tried at once. */
  get width(): number {
    return this.#check.waits ? SIDE_BY_SIDE[this.#options.driver.kind] : 1
  }

  /** Cases that said something, those of earlier runs aside. */
  get tried(): number {
    return this.#tried
  }

  /** Whether so many violations have kept it waiting that further ones are not worth the time. */
  get isTedious(): boolean {
    const most = this.#check.whole ? MOST_TIMEOUTS_OF_A_TABLE : MOST_TIMEOUTS
    return this.#timeouts >= most
  }

  /** Whether so many have that no smaller case is looked for. */
  get isTediousToShrink(): boolean {
    return this.#timeouts >= MOST_TIMEOUTS_IN_SEARCH
  }

  /** Whether a case, those of earlier runs aside, has shown what the check is about. */
  get isShown(): boolean {
    return this.#isShown
  }

  /** Whether calls were made, those of cases that were passed over too, and none of them asked the data source anything. */
  get asksNothing(): boolean {
    return this.#hasCalled && !this.#hasAsked
  }

  /** Why the latest case that was passed over was. */
  get passedOver(): string | undefined {
    return this.#passedOver
  }

  /** Says which cases are tried next, so that some of them can be begun early. */
  expect(cases: () => readonly unknown[]): void {
    this.#before = this.#sessions
    this.#early.expect(cases)
  }

  /** From now on, no case is begun early. */
  expectNone(): void {
    this.#early.forget()
  }

  /** Resolves when no case is under way that was begun early and is not tried any more. */
  settled(): Promise<void> {
    return this.#early.settled()
  }

  /** Rejects where the harness is in trouble. */
  async try(example: unknown): Promise<CaseResult> {
    this.#sessions += 1
    const made = this.#sessions - 1 - this.#listed
    const early = this.#early.take(example)
    const result = await (early?.result ?? this.#run(example, String(this.#sessions)))
    for (const told of early?.heard ?? []) this.#options.called?.(...told)
    this.#options.caseMet?.(example, result, made < 0 ? undefined : made)
    this.#hasCalled ||= result.calls.length > 0
    this.#hasAsked ||= isShownBy('a request', result.calls)
    if (result.state === 'passed-over') {
      this.#passedOver = result.reason
      return result
    }
    this.#tried += 1
    this.#isShown ||= isShownBy(this.#check.shows, result.calls)
    this.#options.caseEnded?.(factsOf(result))
    if (result.state === 'violated' && timedOut(result)) this.#timeouts += 1
    return result
  }

  /**
   * Looks at some cases once more, one after the other, until one shows what the check is about: for that alone, they count
   * for nothing else. A busy machine can keep requests from coming in time, the more so where cases are tried side by side.
   */
  async lookAgain(cases: readonly unknown[]): Promise<void> {
    for (const [turn, example] of cases.slice(0, MOST_LOOKS).entries()) {
      if (this.#isShown) return
      const { calls } = await this.#run(example, `look/${turn}`)
      this.#isShown = isShownBy(this.#check.shows, calls)
      this.#hasAsked ||= isShownBy('a request', calls)
    }
  }

  /** A case of an earlier run. One that cannot be run any more says nothing, and is no trouble. */
  tryStored(id: string, example: unknown): Promise<CaseResult | undefined> {
    return this.#run(example, `stored/${id}`).catch(() => undefined)
  }

  /**
   * Tries a case that has been counted once more, apart from all others: what failed, or undefined where it did not.
   * Rejects where the harness is in trouble.
   */
  async tryAgain(example: unknown): Promise<FailedCase | undefined> {
    this.#again += 1
    const name = this.nameOf(`again/${this.#again}`)
    const result = await runCaseApart(this.#check, example, { ...this.#options, name })
    return result.state === 'violated' ? result : undefined
  }

  /** A name for a session, which no other session of the run has at the same time. */
  nameOf(session: string): string {
    return `${this.#options.seed}/${this.#check.name}/${session}`
  }

  #begin(example: unknown, session: string): Early {
    const heard: Parameters<Called>[] = []
    const called: Called = (...told) => heard.push(told)
    const result = this.#run(example, session, { ...this.#options, called })
    return { result, heard }
  }

  #run(example: unknown, session: string, options = this.#options): Promise<CaseResult> {
    return runCase(this.#check, example, { ...options, name: this.nameOf(session) })
  }
}

function timedOut({ evidence }: FailedCase): boolean {
  return evidence.calls.some(({ answer }) => answer.result.kind === 'timed-out')
}
