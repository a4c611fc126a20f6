import type { Method } from '../../../contracts/method.ts'
import type { Check } from '../../kit/define-check.ts'
import { explainFailed } from '../explain-failed.ts'
import type { FailedCase } from '../failed-case.ts'
import { causeOf, isSmaller, type SizedCase } from '../found/judged-answers.ts'
import type {
  AnswerTally,
  BrokenInvariant,
  InvariantCount,
  JudgedAnswers,
  Violation,
} from '../found/result.ts'
import { repeatFailed } from '../repeat-failed.ts'
import { type CaseResult, runCase, runCaseApart } from '../run-case.ts'
import type { Met, RunOptions, StoredCase } from '../run-options.ts'
import type { MetBreach, MetInvariant } from './met.ts'
import { smallerCase } from './smaller-case.ts'

/** The smallest case so far that shows a cause. */
interface Shown extends SizedCase {
  readonly cause: string
  /** The place of the case among those that are made; undefined: it was listed, or is a smaller one of another. */
  readonly made: number | undefined
  readonly breach: MetBreach<FailedCase>
}

interface Count {
  cases: number
  requests: number
  readonly methods: Map<Method, AnswerTally>
}

/** Watches the cases of one check for answers that break an invariant, and counts all that were judged. */
export class AnswerWatch {
  readonly #check: Check
  readonly #options: RunOptions
  readonly #counts = new Map<string, Count>()
  readonly #shown = new Map<string, Shown>()
  readonly #stored = new Map<string, Shown>()
  readonly #fixed: string[] = []

  constructor(check: Check, options: RunOptions) {
    this.#check = check
    this.#options = options
  }

  /** @param made the place of the case among those that are made; undefined where it was listed. */
  add(example: unknown, { met }: Met, made: number | undefined): void {
    for (const each of met) {
      this.#count(each)
      for (const shown of shownBy(each, example, made)) {
        const known = this.#shown.get(shown.cause)
        if (known === undefined || isSmaller(shown, known)) this.#shown.set(shown.cause, shown)
      }
    }
  }

  /** Tries a case of an earlier run, whose answers broke an invariant then. */
  async tryStored({ id, example, invariant, tries = 1 }: StoredCase): Promise<void> {
    let isJudged = false
    for (let left = tries; left > 0; left -= 1) {
      const name = `stored/${id}${left === tries ? '' : `/${left}`}`
      const result = await this.#run(example, name).catch(() => undefined)
      const met = result?.met.find((each) => each.invariant.name === invariant)
      isJudged ||= met !== undefined
      const [shown] = met === undefined ? [] : shownBy(met, example, undefined)
      if (shown === undefined) continue
      if (!this.#stored.has(shown.cause)) this.#stored.set(shown.cause, shown)
      return
    }
    if (isJudged) this.#fixed.push(id)
  }

  /** What has been found by now, for a run that ends before its time. */
  sofar(): JudgedAnswers {
    return this.#answers([...this.#shown.values()].map((shown) => inWords(shown, [])))
  }

  /** What the answers say in the end: each cause with the smallest case of it that there is, explained. */
  async end(): Promise<JudgedAnswers> {
    const stored = [...this.#stored.values()].filter(({ cause }) => !this.#shown.has(cause))
    const broken: BrokenInvariant[] = []
    for (const shown of [...this.#shown.values(), ...stored]) {
      const smallest = await this.#smallest(shown)
      const times = await this.#times(smallest)
      broken.push(inWords(smallest, await this.#explanation(smallest), times))
    }
    return this.#answers(broken)
  }

  async #smallest(shown: Shown): Promise<Shown> {
    if (shown.made === undefined) return shown
    let best = shown
    let tried = 0
    await smallerCase(this.#check, this.#options, shown.made, async (example) => {
      tried += 1
      const result = await this.#run(example, `smaller/${shown.cause}/${tried}`).catch(
        () => undefined,
      )
      const found = result?.met
        .flatMap((each) => shownBy(each, example, undefined))
        .find(({ cause }) => cause === shown.cause)
      if (found !== undefined) best = found
      return found !== undefined
    })
    return best
  }

  /** How often the case breaks it, where that is not each time. */
  async #times(shown: Shown): Promise<Pick<Violation, 'failed'>> {
    let tried = 0
    const again = async () => {
      tried += 1
      const name = this.#nameOf(`again/${shown.cause}/${tried}`)
      const { met } = await runCaseApart(this.#check, shown.example, { ...this.#options, name })
      const found = met
        .flatMap((each) => shownBy(each, shown.example, undefined))
        .find(({ cause }) => cause === shown.cause)
      return found?.breach.failed()
    }
    const { failed } = await repeatFailed(shown.breach.failed(), again)
    return failed === undefined ? {} : { failed }
  }

  async #explanation({ breach }: Shown): Promise<readonly string[]> {
    if (this.#options.explained === false) return []
    const failed = breach.failed()
    return explainFailed(
      { name: this.#check.name, clause: failed.violation.clause },
      failed,
      this.#options,
    )
  }

  #run(example: unknown, session: string): Promise<CaseResult> {
    return runCase(this.#check, example, { ...this.#options, name: this.#nameOf(session) })
  }

  #nameOf(session: string): string {
    return `${this.#options.seed}/${this.#check.name}/${session}`
  }

  #count({ invariant, judged, broken, requests }: MetInvariant): void {
    const count = this.#counts.get(invariant.name) ?? { cases: 0, requests: 0, methods: new Map() }
    this.#counts.set(invariant.name, count)
    count.cases += 1
    count.requests += requests
    const broke = Map.groupBy(broken, ({ method }) => method)
    for (const [method, { length }] of Map.groupBy(judged, (each) => each)) {
      const before = count.methods.get(method) ?? { judged: 0, broken: 0 }
      count.methods.set(method, {
        judged: before.judged + length,
        broken: before.broken + (broke.get(method)?.length ?? 0),
      })
    }
  }

  #answers(broken: readonly BrokenInvariant[]): JudgedAnswers {
    const counts = [...this.#counts].map(([name, { cases, requests, methods }]) => {
      const count: InvariantCount = { cases, requests, methods: Object.fromEntries(methods) }
      return [name, count] as const
    })
    const fixed = this.#fixed.length === 0 ? {} : { fixed: this.#fixed }
    return { counts: Object.fromEntries(counts), broken, ...fixed }
  }
}

/** The causes that a case shows, each by the first answer of it. */
function shownBy(
  { invariant, broken }: MetInvariant<FailedCase>,
  example: unknown,
  made: number | undefined,
): readonly Shown[] {
  const causes = Map.groupBy(broken, ({ by, method }) => causeOf(invariant.name, method, by))
  return [...causes].flatMap(([cause, [breach]]) =>
    breach === undefined ? [] : [{ cause, calls: breach.calls, example, made, breach }],
  )
}

function inWords(
  { breach }: Shown,
  explanation: readonly string[],
  times: Pick<Violation, 'failed'> = {},
): BrokenInvariant {
  return { violation: { ...breach.failed().violation, explanation, ...times }, by: breach.by }
}
