import type { Plan } from '../engine/plan.ts'

/** So many cases are under way at once in a process that runs checks. */
const AT_ONCE = {
  module: 10,
  command: 5,
  'stix-shifter': 5,
  'proxy-host': 5,
  'python-object': 5,
} as const

/** How much a process that runs checks does side by side. */
export interface AtOnce {
  readonly checks: number
  /** Of each check. */
  readonly cases: number
}

/** @param isAlone one check at a time, a case at a time. */
export function atOnceFor({ checks, driver }: Plan, isAlone: boolean): AtOnce {
  if (isAlone) return { checks: 1, cases: 1 }
  // What fewer checks do not take is left to their cases.
  return {
    checks: AT_ONCE[driver],
    cases: Math.max(1, Math.floor(AT_ONCE[driver] / checks.length)),
  }
}
