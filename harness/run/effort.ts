import type { Driver } from '../drivers/driver.ts'
import type { Profile } from '../engine/profile.ts'
import { tellingOf } from '../engine/telling-order.ts'
import type { Tries } from '../engine/tries.ts'
import type { Capabilities } from '../kit/capabilities.ts'
import { type Check, listedCases, makesCases } from '../kit/define-check.ts'
import { callsOf, type Deal, type Dealt, deal, dealAll } from './deal.ts'
import { callsOfCase } from './shard/case-cost.ts'

/** How many calls of the connector a profile is long; a thorough run has no such length. */
export const LENGTHS = { quick: 500, default: 3_000 } as const satisfies Partial<
  Record<Profile, number>
>

/** How often a thorough run makes cases, each time with a seed of its own, and how many of each check. */
export const THOROUGH_ROUNDS = 3
const THOROUGH_MADE = 90

/** How many smaller cases are tried once one has failed. They are beside what a profile is long. */
const SHRINKS = {
  module: 300,
  command: 40,
  'stix-shifter': 40,
  'proxy-host': 40,
  'python-object': 40,
} as const

const NOTHING: Tries = { listed: 0, made: 0 }

/** How much is tried of one connector. */
export interface Effort {
  /** By the check's name. */
  readonly tries: Readonly<Record<string, Tries>>
  /** Made cases of each check that makes any, in each round. */
  readonly runs: number
  /** Smaller cases that are tried once one has failed. */
  readonly shrinks: number
  /** Calls of the connector, in all rounds, without those that smaller cases and explanations take. */
  readonly calls: number
  /** Whether less of any of these checks is tried than in a default run of all. */
  readonly isShort: boolean
}

/** What decides how much is tried. No time is among it: the same is tried on every machine. */
export interface EffortOptions {
  readonly profile: Profile
  /** Made cases a check, with everything that is listed, whatever the profile; undefined: as that says. */
  readonly runs: number | undefined
  readonly driver: Driver['kind']
  /** Checks that the length is dealt to as well; undefined: it is all for those that are to run. */
  readonly among?: readonly Check[] | undefined
}

/**
 * How much to try of each check.
 *
 * @param wanted the checks that are to run.
 * @param all those that would run if nothing were left out.
 */
export function effortFor(
  wanted: readonly Check[],
  all: readonly Check[],
  capabilities: Capabilities,
  { profile, runs, driver, among = [] }: EffortOptions,
): Effort {
  const checks = wanted.map((check) => dealtOf(check, capabilities))
  const usual = deal(
    all.map((check) => dealtOf(check, capabilities)),
    LENGTHS.default,
  )
  const others = among.filter((check) => !wanted.includes(check))
  const beside = others.map((check) => dealtOf(check, capabilities))
  const dealt = dealOf([...checks, ...beside], profile, runs)
  const rounds = profile === 'thorough' ? THOROUGH_ROUNDS : 1
  return {
    tries: Object.fromEntries(checks.map(({ name }) => [name, dealt.tries[name] ?? NOTHING])),
    runs: dealt.made,
    shrinks: SHRINKS[driver],
    calls: Math.round(callsOf(checks, dealt, rounds)),
    isShort: checks.some(({ name }) => isLess(dealt.tries[name], usual.tries[name])),
  }
}

function dealOf(checks: readonly Dealt[], profile: Profile, runs: number | undefined): Deal {
  if (runs !== undefined) return dealAll(checks, runs)
  return profile === 'thorough' ? dealAll(checks, THOROUGH_MADE) : deal(checks, LENGTHS[profile])
}

function dealtOf(check: Check, capabilities: Capabilities): Dealt {
  const { name } = check
  const cost = callsOfCase(name)
  try {
    const makes = makesCases(check, capabilities)
    const listed = listedCases(check, capabilities)
    const telling = tellingOf(listed, (example) => check.tells(example))
    return { name, cost, makes, listed: listed.length, telling }
  } catch {
    // The run of the check meets it again, and leaves this check alone undecided.
    return { name, cost, makes: false, listed: 1, telling: 0 }
  }
}

function isLess(tries: Tries | undefined, usual: Tries | undefined): boolean {
  if (tries === undefined || usual === undefined) return false
  return tries.listed < usual.listed || tries.made < usual.made
}
