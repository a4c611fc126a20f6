import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import {
  ageOf,
  type Fault,
  type FaultInForce,
  isAtPage,
  isWilling,
  type ScheduledFault,
  seenFromOutside,
  type Window,
} from './fault-in-force.ts'
import type { FaultSpec } from './fault-spec.ts'
import { kindOf } from './kinds/index.ts'

/** How many faults are in force at once. */
export const MOST_FAULTS = 10_000

/** There is no room for another fault. */
export class TooManyFaultsError extends Error {
  override readonly name = 'TooManyFaultsError'
}

/** A fault that strikes a request. */
export interface Strike {
  readonly id: string
  readonly spec: FaultSpec
  /** Milliseconds since it first struck, 0 if that is now. */
  readonly age: number
}

/** What can be changed of a fault in force. */
export interface FaultChange {
  readonly on?: boolean | undefined
  /** From 0: those before it strike around it. */
  readonly place?: number | undefined
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
  /** The query of the search that it is about, or that it carries. */
  query?(): string | undefined
  /** The page that it asks for, where that is one of a result that is there. */
  readonly page?: Window | undefined
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
  #faults: FaultInForce[] = []
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

  #appliesTo({ spec, off }: FaultInForce, target: Target): boolean {
    if (off) return false
    const { accepted, operation = '', searchId } = target
    const { operation: wanted = 'any', search, query, page } = spec
    const ofConnections = kindOf(spec).treatment !== undefined
    if (ofConnections || accepted) return ofConnections && accepted === true
    return (
      (wanted === 'any' ? !this.#aside.includes(operation) : wanted === operation) &&
      (search === undefined || search === searchId) &&
      (!(kindOf(spec).pagesOnly || page !== undefined) || this.#paged.includes(operation)) &&
      (page === undefined || isAtPage(page, target.page)) &&
      (query === undefined || (target.query?.()?.includes(query) ?? false))
    )
  }

  /** Whether a fault asks which page such a request is for. */
  asksForPage({ operation = '' }: Pick<Target, 'operation'>): boolean {
    return (
      this.#faults.some(({ spec }) => spec.page !== undefined) && this.#paged.includes(operation)
    )
  }

  /** Whether a fault counts what succeeds. */
  get countsSuccess(): boolean {
    return this.#faults.some(({ spec }) => spec.nth !== undefined)
  }

  /** A request has succeeded at the data source, whether or not a fault has struck it. */
  succeeded(target: Target): void {
    for (const fault of this.#faults) {
      if (fault.spec.nth === undefined || !this.#appliesTo(fault, target)) continue
      fault.succeeded = (fault.succeeded ?? 0) + 1
    }
  }

  /** Switches a fault on or off, or puts it at another place. Gives it as it is then; undefined where there is none. */
  change(id: string, { on, place }: FaultChange): Fault | undefined {
    const fault = this.#faults.find((each) => each.id === id)
    if (fault === undefined) return undefined
    if (on !== undefined) fault.off = on ? undefined : true
    if (place !== undefined) {
      const others = this.#faults.filter((each) => each !== fault)
      this.#faults = [...others.slice(0, place), fault, ...others.slice(place)]
    }
    return seenFromOutside(fault)
  }

  /** Plain JSON; `restore` takes it. */
  snapshot(): { faults: readonly ScheduledFault[]; added: number } {
    const now = this.#clock()
    const faults = this.#faults.map(({ firstStruckAt, succeeded, off, ...fault }) => {
      const age = ageOf({ firstStruckAt }, now)
      return {
        ...fault,
        ...(succeeded !== undefined && { succeeded }),
        ...(off && { off }),
        ...(age !== undefined && { age }),
      }
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
