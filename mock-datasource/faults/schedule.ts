import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { FaultSpec } from './fault-spec.ts'
import { kindOf } from './kinds/index.ts'

/** How many faults are in force at once. */
export const MOST_FAULTS = 10_000

/** There is no room for another fault. */
export class TooManyFaultsError extends Error {
  override readonly name = 'TooManyFaultsError'
}

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
  /** Milliseconds since it first struck; absent if it has not. */
  readonly age?: number | undefined
}

/** A fault that strikes a request. */
export interface Strike {
  readonly id: string
  readonly spec: FaultSpec
  /** Milliseconds since it first struck, 0 if that is now. */
  readonly age: number
}

export interface ScheduleOptions {
  /** Milliseconds. */
  readonly clock?: () => number
  /** The operations that answer with a page of results. */
  readonly paged?: readonly string[]
  /** The operations beside those of methods, which only a fault that names them strikes. */
  readonly aside?: readonly string[]
}

/** What of a request, or of a connection, decides which faults apply. */
export interface Target {
  /** It is a connection that has been accepted. */
  readonly accepted?: true
  readonly operation?: string | undefined
  readonly searchId?: string | undefined
}

type Mutable = { -readonly [Key in keyof Omit<ScheduledFault, 'age'>]: ScheduledFault[Key] } & {
  /** By the clock. */
  firstStruckAt?: number | undefined
}

/**
 * Which fault strikes when. Every fault counts every request that it applies to, whether or not an
 * earlier fault strikes it, so that each one's decisions depend on nothing but its own specification
 * and those requests. Where several are due, the first that keeps the operation from being performed is
 * the last to strike.
 */
export class FaultSchedule {
  readonly #seed: () => number
  readonly #clock: () => number
  readonly #paged: readonly string[]
  readonly #aside: readonly string[]
  #faults: Mutable[] = []
  #added = 0

  /** `seed` gives the seed of a fault that has none of its own. */
  constructor(
    seed: () => number,
    { clock = () => 0, paged = [], aside = [] }: ScheduleOptions = {},
  ) {
    this.#seed = seed
    this.#clock = clock
    this.#paged = paged
    this.#aside = aside
  }

  get added(): number {
    return this.#added
  }

  /** Throws a TooManyFaultsError. */
  add(spec: FaultSpec): Fault {
    if (this.#faults.length >= MOST_FAULTS) {
      throw new TooManyFaultsError(
        `fault: there are ${MOST_FAULTS}, and every request is held against each`,
      )
    }
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
  strikesOn(target: Target): readonly Strike[] {
    if (this.#faults.length === 0) return []
    const now = this.#clock()
    const willing = this.#faults.filter(
      (fault) => this.#appliesTo(fault, target) && isWilling(fault, now),
    )
    const last = willing.findIndex(({ spec }) => !kindOf(spec).proceeds)
    const striking = last < 0 ? willing : willing.slice(0, last + 1)
    for (const fault of striking) {
      fault.struck += 1
      fault.firstStruckAt ??= now
    }
    return striking.map((fault) => ({
      id: fault.id,
      spec: fault.spec,
      age: ageOf(fault, now) ?? 0,
    }))
  }

  #appliesTo({ spec }: Mutable, { accepted, operation = '', searchId }: Target): boolean {
    const { operation: wanted = 'any', search } = spec
    const ofConnections = kindOf(spec).treatment !== undefined
    if (ofConnections || accepted) return ofConnections && accepted === true
    return (
      (wanted === 'any' ? !this.#aside.includes(operation) : wanted === operation) &&
      (search === undefined || search === searchId) &&
      (!kindOf(spec).pagesOnly || this.#paged.includes(operation))
    )
  }

  /** Plain JSON; `restore` takes it. */
  snapshot(): { faults: readonly ScheduledFault[]; added: number } {
    const now = this.#clock()
    const faults = this.#faults.map(({ firstStruckAt, ...fault }) => {
      const age = ageOf({ firstStruckAt }, now)
      return { ...fault, ...(age !== undefined && { age }) }
    })
    return { faults, added: this.#added }
  }

  restore(state: { faults: readonly ScheduledFault[]; added: number }): void {
    const now = this.#clock()
    this.#faults = state.faults.map(({ age, ...fault }) => ({
      ...fault,
      firstStruckAt: age === undefined ? undefined : now - age,
    }))
    this.#added = state.added
  }
}

function ageOf({ firstStruckAt }: Pick<Mutable, 'firstStruckAt'>, now: number): number | undefined {
  return firstStruckAt === undefined ? undefined : Math.max(0, now - firstStruckAt)
}

/** Counts the request. The die is cast also where the fault is used up, so that `times` shifts nothing. */
function isWilling(fault: Mutable, now: number): boolean {
  const { after = 0, probability = 1, times = Number.POSITIVE_INFINITY } = fault.spec
  fault.seen += 1
  if (fault.seen <= after) return false
  const dice = xoroshiro128plusFromState(fault.random)
  const thrown = uniformFloat64(dice)
  fault.random = dice.getState()
  return thrown < probability && fault.struck < times && lasts(fault, now)
}

function lasts(fault: Mutable, now: number): boolean {
  const past = { struck: fault.struck, milliseconds: ageOf(fault, now) ?? 0 }
  return kindOf(fault.spec).lasts?.(fault.spec, past) ?? true
}

function seenFromOutside({ id, spec, seen, struck }: Fault): Fault {
  return { id, spec, seen, struck }
}
