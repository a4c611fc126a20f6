import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
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
  /** How many of them have succeeded; absent where it does not ask for that. */
  readonly succeeded?: number | undefined
  /** It strikes nothing, and counts nothing, until it is on again. */
  readonly off?: true | undefined
}

/** A fault with what its next decision depends on: plain JSON, so that a restored schedule goes on alike. */
export interface ScheduledFault extends Fault {
  readonly random: readonly number[]
  /** Milliseconds since it first struck; absent if it has not. */
  readonly age?: number | undefined
}

/** A part of a result: its first row, and how many are asked for. */
export interface Window {
  readonly offset: number
  readonly limit: number
}

/** A fault as the schedule has it. */
export type FaultInForce = {
  -readonly [Key in keyof Omit<ScheduledFault, 'age'>]: ScheduledFault[Key]
} & {
  /** By the clock. */
  firstStruckAt?: number | undefined
}

/** Milliseconds since it first struck; undefined if it has not. */
export function ageOf(
  { firstStruckAt }: Pick<FaultInForce, 'firstStruckAt'>,
  now: number,
): number | undefined {
  return firstStruckAt === undefined ? undefined : Math.max(0, now - firstStruckAt)
}

/** Counts the request. The die is cast also where the fault is used up, so that `times` shifts nothing. */
export function isWilling(fault: FaultInForce, now: number): boolean {
  const { after = 0, probability = 1, nth } = fault.spec
  const { times = nth === undefined ? Number.POSITIVE_INFINITY : 1 } = fault.spec
  fault.seen += 1
  if (fault.seen <= after) return false
  const dice = xoroshiro128plusFromState(fault.random)
  const thrown = uniformFloat64(dice)
  fault.random = dice.getState()
  const isDue = nth === undefined || (fault.succeeded ?? 0) >= nth - 1
  return isDue && thrown < probability && fault.struck < times && lasts(fault, now)
}

export function isAtPage(page: number, window: Window | undefined): boolean {
  if (window === undefined) return false
  // Where a page has no bounds, all is on the first.
  return page === 1 || window.offset >= (page - 1) * window.limit
}

function lasts(fault: FaultInForce, now: number): boolean {
  const past = { struck: fault.struck, milliseconds: ageOf(fault, now) ?? 0 }
  return kindOf(fault.spec).lasts?.(fault.spec, past) ?? true
}

export function seenFromOutside({ id, spec, seen, struck, succeeded, off }: Fault): Fault {
  return {
    ...{ id, spec, seen, struck },
    ...(spec.nth !== undefined && { succeeded: succeeded ?? 0 }),
    ...(off && { off }),
  }
}
