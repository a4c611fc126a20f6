import type { MatrixCell } from '../../kit/matrix-cell.ts'
import { byPlace, type CheckPart } from '../part.ts'
import { joinWaived } from '../waivers/join-waived.ts'
import { type Coverage, CoverageCount } from './coverage.ts'
import { joinAnswers } from './judged-answers.ts'
import {
  type CheckResult,
  type JudgedAnswers,
  type NotShown,
  type WaivedViolation,
  waivedIn,
} from './result.ts'

/** What a part of a check says of a connector, and what it tried. */
export interface PartResult extends CheckPart {
  readonly result: CheckResult
  readonly coverage: Coverage
  readonly milliseconds: number
}

/** The same of a whole check. */
export interface JoinedParts {
  readonly result: CheckResult
  readonly coverage: Coverage
  readonly milliseconds: number
}

/**
 * What the parts of one check say together: what the check would say if it had tried them one after the other
 * and stopped where it does. What was tried in parts behind that place counts for nothing.
 *
 * @param parts at least one, in whatever order.
 */
export function joinParts(parts: readonly PartResult[]): JoinedParts {
  const sofar = new Sofar()
  for (const part of parts.toSorted(byPlace)) {
    if (sofar.add(part)) break
  }
  return sofar.joined()
}

const HELD = { state: 'held' } as const

class Sofar {
  #cases = 0
  #leftOut = 0
  #milliseconds = 0
  #last: CheckResult | undefined
  #isHeld = false
  #unshown: NotShown | undefined
  #waived: readonly WaivedViolation[] = []
  readonly #matrix: MatrixCell[] = []
  readonly #count = new CoverageCount()
  #answers: JudgedAnswers | undefined

  /** @returns whether the check stops here. */
  add({ result, coverage, milliseconds }: PartResult): boolean {
    this.#milliseconds += milliseconds
    this.#count.addAll(coverage)
    this.#last = result
    this.#answers = joinAnswers(this.#answers, result.answers)
    if (result.state === 'not-applicable') return false
    if (result.state === 'undecided') return true
    this.#cases += result.cases
    this.#leftOut += result.leftOut ?? 0
    this.#matrix.push(...(result.matrix ?? []))
    this.#waived = joinWaived(this.#waived, waivedIn(result))
    if (result.state === 'violated') return true
    // What one part has not seen another one may have.
    if (result.state === 'not-shown') this.#unshown = result
    else this.#isHeld = true
    return result.state === 'waived' && result.isLast === true
  }

  joined(): JoinedParts {
    const { coverage } = this.#count
    const answers = this.#answers === undefined ? {} : { answers: this.#answers }
    const result = { ...this.#result(), ...answers }
    return { result, coverage, milliseconds: this.#milliseconds }
  }

  /** Where no part is violated, whether any of them has shown that the check holds. */
  #judged(last: Exclude<CheckResult, { readonly state: 'undecided' }>) {
    if (last.state === 'violated' || last.state === 'held' || last.state === 'waived') return last
    return this.#isHeld || this.#unshown === undefined ? HELD : this.#unshown
  }

  #result(): CheckResult {
    const last = this.#last
    if (last === undefined) throw new Error('a check without parts has no result')
    if (last.state === 'undecided') return last
    if (last.state === 'not-applicable' && !this.#isHeld && this.#unshown === undefined) return last
    const sums = {
      cases: this.#cases,
      ...(this.#leftOut === 0 ? {} : { leftOut: this.#leftOut }),
      ...(this.#matrix.length === 0 ? {} : { matrix: this.#matrix }),
    }
    const waived = this.#waived
    if (waived.length === 0) return { ...this.#judged(last), ...sums }
    if (last.state === 'violated') return { ...last, ...sums, waived }
    const isLast = last.state === 'waived' && last.isLast === true
    return { state: 'waived', ...sums, waived, ...(isLast ? { isLast } : {}) }
  }
}
