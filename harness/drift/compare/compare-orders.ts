import { isDeepStrictEqual } from 'node:util'
import { ABC_STATUSES } from '../../../contracts/abc-security-monitor/api.ts'
import { because, type Of, type Verdict } from './verdict.ts'

/**
 * Statuses of a running search. A quick search shows fewer of them, which is no difference; one that comes
 * before another here and after it there is, and so is one that the API does not have.
 */
export function compareOrders(
  { value: url }: Of<'order'>,
  { value: against }: Of<'order'>,
): Verdict {
  if (isDeepStrictEqual(url, against)) return 'agrees'
  if (!isDeepStrictEqual(strangersIn(url), strangersIn(against))) return 'differs'
  const isTurned = pairsOf(url).some(([before, after]) =>
    pairsOf(against).some(([first, second]) => first === after && second === before),
  )
  if (isTurned) return 'differs'
  return because({ url: onlyIn(url, against), against: onlyIn(against, url) })
}

function strangersIn(statuses: readonly string[]): readonly string[] {
  const known: readonly string[] = ABC_STATUSES
  return [...new Set(statuses.filter((status) => !known.includes(status)))].toSorted()
}

/** Every two different statuses of which one was seen before the other. */
function pairsOf(statuses: readonly string[]): readonly (readonly [string, string])[] {
  return statuses.flatMap((before, index) =>
    statuses
      .slice(index + 1)
      .filter((after) => after !== before)
      .map((after) => [before, after] as const),
  )
}

function onlyIn(one: readonly string[], other: readonly string[]): string | undefined {
  const only = [...new Set(one)].filter((status) => !other.includes(status))
  if (only.length === 0) return undefined
  return `${only.join(', ')} was seen here alone, and a search may pass through it unseen`
}
