import env2 from './env-2-success-is-boolean.ts'
import type { Invariant } from './invariant.ts'

/** Every invariant there is, in the order of the clauses. A new one is a new line here. */
export const INVARIANTS: readonly Invariant[] = [env2]
