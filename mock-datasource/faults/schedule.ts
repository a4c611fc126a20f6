import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { FaultSpec } from './fault-spec.ts'
import { kindOf } from './kinds/index.ts'

/** A fault in force. */
export interface Fault {
  readonly id: string
  readonly spec: FaultSpec
  /** How many requests it applied to so far. */
  readonly seen: number
  /** How many of them it struck. */
  readonly struck: number
}

/** A fault with what its next decision depends on: plain JSON, so that a restored schedule goes on alike. */
export interface ScheduledFault extends Fault {
  readonly random: readonly number[]
}

/** What of a request decides which faults apply. */
export interface Target {
  readonly operation?: string | undefined
  readonly searchId?: string | undefined
}

type Mutable = { -readonly [Key in keyof ScheduledFault]: ScheduledFault[Key] }

/**
 * Which fault strikes when. Every fault counts every request that it applies to, whether or not an
 * earlier fault strikes it, so that each one's decisions depend on nothing but its own specification
 * and those requests. Where several are due, the first that keeps the operation from being performed is
 * the last to strike.
 */
export class FaultSchedule {
  readonly #seed: () => number
  #faults: Mutable[] = []
  #added = 0

  /** `seed` gives the seed of a fault that has none of its own. */
  constructor(seed: () => number) {
    this.#seed = seed
  }

  get added(): number {
    return this.#added
  }

  add(spec: FaultSpec): Fault {
    this.#added += 1
    const random = xoroshiro128plus(spec.seed ?? this.#seed()).getState()
    const fault = { id: `fault-${this.#added}`, spec, seen: 0, struck: 0, random }
    this.#faults.push(fault)
    return seenFromOutside(fault)
  }

  all(): readonly Fault[] {
    return this.#faults.map(seenFromOutside)
  }

  remove(id: string): boolean {
    const before = this.#faults.length
    this.#faults = this.#faults.filter((fault) => fault.id !== id)
    return this.#faults.length < before
  }

  clear(): void {
    this.#faults = []
  }

  /** Counts a request, and gives the faults that strike it, in the order in which they were added. */
  strikesOn(target: Target): readonly Fault[] {
    if (this.#faults.length === 0) return []
    const willing = this.#faults.filter((fault) => appliesTo(fault, target) && isWilling(fault))
    const last = willing.findIndex(({ spec }) => !kindOf(spec).proceeds)
    const strikes = last < 0 ? willing : willing.slice(0, last + 1)
    for (const fault of strikes) fault.struck += 1
    return strikes
  }

  /** Plain JSON; `restore` takes it. */
  snapshot(): { faults: readonly ScheduledFault[]; added: number } {
    return { faults: this.#faults.map((fault) => ({ ...fault })), added: this.#added }
  }

  restore(state: { faults: readonly ScheduledFault[]; added: number }): void {
    this.#faults = state.faults.map((fault) => ({ ...fault }))
    this.#added = state.added
  }
}

function appliesTo({ spec }: Fault, { operation, searchId }: Target): boolean {
  const { operation: wanted = 'any', search } = spec
  return (wanted === 'any' || wanted === operation) && (search === undefined || search === searchId)
}

/** Counts the request. The die is cast also where the fault is used up, so that `times` shifts nothing. */
function isWilling(fault: Mutable): boolean {
  const { after = 0, probability = 1, times = Number.POSITIVE_INFINITY } = fault.spec
  fault.seen += 1
  if (fault.seen <= after) return false
  const dice = xoroshiro128plusFromState(fault.random)
  const thrown = uniformFloat64(dice)
  fault.random = dice.getState()
  return thrown < probability && fault.struck < times
}

function seenFromOutside({ id, spec, seen, struck }: Fault): Fault {
  return { id, spec, seen, struck }
}
