import type { Tries } from '../engine/tries.ts'

/** How many calls of the connector a case makes: those that a check lists are other cases than it makes. */
export interface CallsOfCase {
  readonly listed: number
  readonly made: number
}

/** A check that cases are dealt to. */
export interface Dealt {
  readonly name: string
  /** Cases that it lists, or always tries. */
  readonly listed: number
  /** Of these, so many tell something that no other of its cases does; they come first. */
  readonly telling: number
  /** Whether it makes cases. */
  readonly makes: boolean
  /** Calls of the connector that a case takes. */
  readonly cost: CallsOfCase
}

/** What a length comes to. */
export interface Deal {
  /** By the check's name. */
  readonly tries: Readonly<Record<string, Tries>>
  /** Made cases of each check that makes any, but for one that lists none. */
  readonly made: number
}

/**
 * Deals calls to checks, in rounds, before anything is run: to each its first case; then the cases that tell most;
 * then the rest of what is listed, one a check and round; then made cases, to each check that makes any as many as to
 * the others.
 *
 * @param calls how many there are to deal. Each check has its first case all the same.
 */
export function deal(checks: readonly Dealt[], calls: number): Deal {
  const listed = new Map(checks.map((check) => [check, Math.min(1, check.listed)]))
  let left = calls - sum(checks.map(firstCost))
  const upTo = (most: (check: Dealt) => number) => {
    const open = () => checks.filter((check) => (listed.get(check) ?? 0) < most(check))
    for (let round = open(); round.length > 0; round = open()) {
      const fitting = round.filter((check) => {
        if (check.cost.listed > left) return false
        left -= check.cost.listed
        listed.set(check, (listed.get(check) ?? 0) + 1)
        return true
      })
      if (fitting.length === 0) return
    }
  }
  upTo(({ telling }) => telling)
  upTo((check) => check.listed)
  const makers = checks.filter(({ makes }) => makes)
  const each = sum(makers.map(({ cost }) => cost.made))
  const made = each === 0 ? 0 : Math.max(0, Math.floor(left / each))
  return { tries: triesOf(checks, (check) => listed.get(check) ?? 0, made), made }
}

/** Everything that is listed, and so many made cases. */
export function dealAll(checks: readonly Dealt[], made: number): Deal {
  return { tries: triesOf(checks, ({ listed }) => listed, made), made }
}

/** The calls that this takes, with so many rounds of made cases. */
export function callsOf(checks: readonly Dealt[], { tries }: Deal, rounds: number): number {
  return sum(
    checks.map(({ name, cost }) => {
      const { listed = 0, made = 0 } = tries[name] ?? {}
      return listed * cost.listed + rounds * made * cost.made
    }),
  )
}

/** A check that lists none has its first case made. */
function firstCost({ listed, cost }: Dealt): number {
  return listed === 0 ? cost.made : cost.listed
}

function triesOf(checks: readonly Dealt[], listed: (check: Dealt) => number, made: number) {
  return Object.fromEntries(
    checks.map((check) => {
      const least = check.listed === 0 ? 1 : 0
      return [
        check.name,
        { listed: listed(check), made: check.makes ? Math.max(least, made) : 0 },
      ] as const
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
