import type { Clause } from './clause.ts'
import { ENVELOPE_CLAUSES } from './clauses/envelope.ts'
import { ERRORS_CLAUSES } from './clauses/errors.ts'
import { LIFECYCLE_CLAUSES } from './clauses/lifecycle.ts'
import { MODE_CLAUSES } from './clauses/mode.ts'
import { PAGINATION_CLAUSES } from './clauses/pagination.ts'
import { SECURITY_CLAUSES } from './clauses/security.ts'
import { TRANSPORT_CLAUSES } from './clauses/transport.ts'

/** Every clause of the connector contract, in the order of the families and numbers. */
export const CLAUSES = [
  ...ENVELOPE_CLAUSES,
  ...MODE_CLAUSES,
  ...LIFECYCLE_CLAUSES,
  ...PAGINATION_CLAUSES,
  ...ERRORS_CLAUSES,
  ...TRANSPORT_CLAUSES,
  ...SECURITY_CLAUSES,
] as const satisfies readonly Clause[]

export type ClauseId = (typeof CLAUSES)[number]['id']

const BY_ID: ReadonlyMap<string, Clause> = new Map(CLAUSES.map((clause) => [clause.id, clause]))

/** The clause of that id; `undefined` where there is none. */
export function findClause(id: string): Clause | undefined {
  return BY_ID.get(id)
}

/** The clause of an id that the type already vouches for. */
export function clauseOf(id: ClauseId): Clause {
  const clause = BY_ID.get(id)
  if (clause === undefined) throw new Error(`clause ${id} is missing from CLAUSES`)
  return clause
}
