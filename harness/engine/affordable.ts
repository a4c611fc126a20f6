import type { Check } from '../kit/define-check.ts'
import type { RunOptions } from './run-options.ts'
import { tellingOrder } from './telling-order.ts'

/** The cases of a list that a run tries where it has time for so many alone: those that tell most, in their order. */
export function affordable(
  cases: readonly unknown[],
  check: Check,
  { most = cases.length, seed }: Pick<RunOptions, 'most' | 'seed'>,
): readonly unknown[] {
  if (most >= cases.length) return cases
  const tells = (example: unknown) => check.tells(example)
  const chosen = new Set(tellingOrder(cases, tells, `${seed}/${check.name}`, most))
  return cases.filter((_, place) => chosen.has(place))
}
