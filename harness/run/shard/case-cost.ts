import type { Driver } from '../../drivers/driver.ts'
import type { CallsOfCase } from '../deal.ts'
import { CASE_COSTS, type CaseCost } from './case-costs.ts'

/**
 * What a call costs more than one in process does, in milliseconds. A rough number of each driver, and not
 * what was measured in a run: shares that depend on how fast a machine is would not fit together.
 */
const CALL = {
  module: 0,
  command: 200,
  'stix-shifter': 30,
  'proxy-host': 30,
  'python-object': 10,
} as const

/** Of checks that mostly wait, so many cases are tried at once. */
const SIDE_BY_SIDE = 8

/** A check that is newer than the record costs what a usual one does, until the record is written anew. */
const USUAL: CaseCost = { milliseconds: 5, calls: { listed: 2, made: 2 } }

/** What a case of a check costs by the record, in milliseconds: the same on every machine. */
export function caseCost(
  { name, waits }: { readonly name: string; readonly waits: boolean },
  driver: Driver['kind'],
): number {
  const { milliseconds, calls } = CASE_COSTS[name] ?? USUAL
  const most = Math.max(calls.listed, calls.made)
  return milliseconds + (most * CALL[driver]) / (waits ? SIDE_BY_SIDE : 1)
}

/** How many calls of the connector a case of a check makes by the record. */
export function callsOfCase(name: string): CallsOfCase {
  return (CASE_COSTS[name] ?? USUAL).calls
}
