import { CHECKS } from '../checks/index.ts'
import { type Failure, type FailureContext, failureOf, isOf } from '../engine/failures/failure.ts'
import type { FailureStore } from '../engine/failures/failure-store.ts'
import { fitsCheck } from '../engine/failures/fits-check.ts'
import { type CheckResult, type Violation, violationsIn } from '../engine/found/result.ts'
import { MOST_TRIES } from '../engine/repeat-failed.ts'
import type { StoredCase } from '../engine/run-options.ts'
import { placeholdersLeft } from '../engine/secrets/placeholders.ts'
import type { Capabilities } from '../kit/capabilities.ts'
import { answersOf } from '../report/record/invariant-reports.ts'

/** One good run says little of what does not fail each time. */
const RUNS_TO_FORGET = 3

interface Update {
  readonly kept: boolean
  readonly trouble?: readonly string[]
}

/** What a run has to know of earlier ones, and leaves behind for later ones. */
export class FailureMemory {
  readonly #store: FailureStore
  readonly #context: FailureContext
  readonly #say: (line: string) => void
  #known: readonly Failure[] = []

  /** @param say told, on one line each, what a user should know. */
  constructor(store: FailureStore, context: FailureContext, say: (line: string) => void) {
    this.#store = store
    this.#context = context
    this.#say = say
  }

  /** The cases that failed in earlier runs like this one and can still be run, by the check's name. */
  async storedCases(
    checks: readonly string[],
    capabilities: Capabilities,
  ): Promise<Record<string, readonly StoredCase[]>> {
    const { failures, warning } = await this.#store.read()
    if (warning !== undefined) this.#say(`warning: ${warning}`)
    const ours = failures.filter((failure) => isOf(failure, this.#context, this.#store.folder))
    this.#known = ours
    const byCheck = CHECKS.filter(({ name }) => checks.includes(name)).map((check) => {
      const usable = ours.filter(
        (failure) =>
          failure.check === check.name &&
          placeholdersLeft(failure).length === 0 &&
          fitsCheck(check, failure.counterexample, capabilities),
      )
      return [check.name, usable.map(asCase)] as const
    })
    return Object.fromEntries(byCheck.filter(([, cases]) => cases.length > 0))
  }

  /**
   * Keeps what failed, waived or not, and forgets what held together with its check.
   *
   * @returns whether every violation is kept, so that it can be named by its id; and where a disk that is full
   * has kept one from it, trouble. Nobody has to be able to write, but who is has to be told.
   */
  async update(results: ReadonlyMap<string, CheckResult>): Promise<Update> {
    try {
      for (const [check, result] of results) {
        if (result.state === 'held' && result.cutShort !== true)
          await this.#forget(check, result.fixed ?? [])
        const { fixed = [] } = result.answers ?? {}
        await this.#forget(check, fixed)
        for (const violation of violationsIn(result)) await this.#keep(violation)
      }
      for (const { violation } of answersOf(results).broken) await this.#keep(violation)
      return { kept: true }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      this.#say(`warning: failures cannot be kept for replay: ${why}`)
      return { kept: false, trouble: isFull(error) ? [`failures cannot be kept: ${why}`] : [] }
    }
  }

  #keep(violation: Violation): Promise<unknown> {
    return this.#store.write(failureOf(violation, this.#context, this.#store.folder))
  }

  async #forget(check: string, fixed: readonly string[]): Promise<void> {
    const forgotten: string[] = []
    for (const failure of this.#known.filter(({ id }) => fixed.includes(id))) {
      const { id, failed, held = 0 } = failure
      if (failed !== undefined && held + 1 < RUNS_TO_FORGET) {
        await this.#store.write({ ...failure, held: held + 1 })
        continue
      }
      await this.#store.remove(id)
      forgotten.push(id)
    }
    if (forgotten.length > 0) {
      this.#say(
        `${check} holds now, also in what failed before, which is forgotten: ${forgotten.join(', ')}`,
      )
    }
  }
}

function isFull(error: unknown): boolean {
  const codes = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

function asCase({ id, counterexample, failed, invariant }: Failure): StoredCase {
  return {
    ...{ id, example: counterexample },
    ...(failed === undefined ? {} : { tries: MOST_TRIES }),
    ...(invariant === undefined ? {} : { invariant }),
  }
}
