import { CHECKS } from '../../checks/index.ts'
import type { Violation } from '../../engine/found/result.ts'

/**
 * What to verify so as to find a violation again, as `--only` takes it: its clause, and that of the check that met it,
 * without whose cases an invariant may meet nothing.
 */
export function clausesOf({ clause, check }: Pick<Violation, 'clause' | 'check'>): string {
  const met = CHECKS.find(({ name }) => name === check)?.clause ?? clause
  return met === clause ? clause : `${clause},${met}`
}
