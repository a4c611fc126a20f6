import type { Driver } from '../drivers/driver.ts'
import type { Profile } from '../engine/profile.ts'

/** What a profile comes to for one connector. */
export interface Effort {
  /** Made cases for each check that makes any. */
  readonly runs: number
  /** Smaller cases that are tried once one has failed. */
  readonly shrinks: number
  /** So many of a check's listed cases are tried; absent: all. */
  readonly most?: number
}

interface Pace extends Effort {
  /** For connectors whose calls take at most so long, in milliseconds. */
  readonly upTo: number
}

/**
 * What a default run can afford, by what a call costs. All checks list some 1,500 cases, of a call or a few
 * each; most checks list few, and those that list many repeat themselves the soonest. With these numbers a
 * run on two cores takes about a minute. Few steps, so that the same connector is tried with the same cases
 * although no two measurements agree.
 */
const PACES: readonly Pace[] = [
  { upTo: 25, runs: 30, shrinks: 300 },
  { upTo: 70, runs: 5, shrinks: 40 },
  { upTo: 170, runs: 1, shrinks: 40, most: 45 },
  { upTo: 340, runs: 1, shrinks: 40, most: 12 },
  { upTo: 600, runs: 1, shrinks: 20, most: 6 },
  { upTo: Number.POSITIVE_INFINITY, runs: 1, shrinks: 20, most: 3 },
]

/** What `quick` takes of the default; how many of the listed cases it tries where the default tries all. */
const QUICK = 1 / 5
const QUICK_MOST = 20
/** How many times its made cases `thorough` makes, in each round. */
const THOROUGH = 3

/** The smaller cases that are tried where the user says how much: nothing depends on a measurement then. */
const SHRINKS = { module: 300, command: 40, 'stix-shifter': 40, 'proxy-host': 40 } as const

/**
 * How much to try where the user says so, with all that is listed: the same on every machine.
 *
 * @param runs made cases a check
 */
export function effortOf(runs: number, driver: Driver['kind']): Effort {
  return { runs, shrinks: SHRINKS[driver] }
}

/**
 * How much to try.
 *
 * @param callMilliseconds what a call of the connector costs.
 */
export function effortFor(profile: Profile, callMilliseconds: number): Effort {
  const { upTo: _, ...pace } = PACES.find(({ upTo }) => callMilliseconds <= upTo) ?? SLOWEST
  const { shrinks, most = QUICK_MOST / QUICK } = pace
  switch (profile) {
    case 'quick':
      return { runs: Math.ceil(pace.runs * QUICK), shrinks, most: Math.ceil(most * QUICK) }
    case 'default':
      return pace
    case 'thorough':
      return { runs: pace.runs * THOROUGH, shrinks }
  }
}

const SLOWEST = PACES.at(-1) as Pace
