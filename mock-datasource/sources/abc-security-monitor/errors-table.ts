import { QueryError } from '../../engine/query-error.ts'
import type { Value } from '../../engine/row.ts'
import type { Table } from './query/check-fields.ts'
import { checkFields } from './query/check-fields.ts'
import type { Condition, Query } from './query/query.ts'

/** The table whose queries script errors. Source: the API's "Table `errors`". */
export const ERRORS_TABLE: Table = { name: 'errors', fields: ['code', 'on', 'status'] }

/** What a query on table `errors` makes happen. */
export type Scripted =
  /** The operation fails with this API code, every time; `create` where the query names none. */
  | {
      readonly kind: 'code'
      readonly code: number
      readonly on: 'create' | 'status' | 'results' | 'delete'
    }
  /** The search ends in this status at progress 50. */
  | { readonly kind: 'status'; readonly status: 'ERROR' | 'CANCELED' }

const FORMS =
  "a query on table 'errors' is WHERE code = <integer>, WHERE code = <integer> AND on = 'status', " +
  "'results' or 'delete', or WHERE status = 'ERROR' or 'CANCELED'"

/**
 * What a query on table `errors` scripts. The conditions may stand in either order. LIMIT, START, STOP and
 * the fields selected change nothing, since there is no row to give: a connector may add them to any query.
 * Throws a QueryError for every other query, and for code 200, which is no error.
 */
export function scriptedBy(query: Query): Scripted {
  checkFields(query, ERRORS_TABLE)
  const wanted = equalities(query.where)
  if (wanted.has('status')) return scriptedStatus(wanted)
  return scriptedCode(wanted)
}

function equalities(where: Condition | undefined): Map<string, Value> {
  const parts = where === undefined ? [] : where.kind === 'and' ? where.conditions : [where]
  const wanted = new Map<string, Value>()
  for (const part of parts) {
    if (part.kind !== 'compare' || part.operator !== '=') throw new QueryError(FORMS)
    if (wanted.has(part.field)) throw new QueryError(`${FORMS}; '${part.field}' is there twice`)
    wanted.set(part.field, part.value)
  }
  return wanted
}

function scriptedStatus(wanted: Map<string, Value>): Scripted {
  const status = wanted.get('status')
  if (wanted.size > 1) throw new QueryError(`${FORMS}; 'status' stands alone`)
  if (status === 'ERROR' || status === 'CANCELED') return { kind: 'status', status }
  throw new QueryError(`${FORMS}; not status = ${JSON.stringify(status)}`)
}

function scriptedCode(wanted: Map<string, Value>): Scripted {
  const code = wanted.get('code')
  if (typeof code !== 'number') throw new QueryError(`${FORMS}; 'code' must be an integer`)
  if (!Number.isSafeInteger(code)) throw new QueryError(`${FORMS}; not code = ${code}`)
  if (code === 200) throw new QueryError(`${FORMS}; code 200 is no error`)
  if (!wanted.has('on')) return { kind: 'code', code, on: 'create' }
  const on = wanted.get('on')
  if (on === 'status' || on === 'results' || on === 'delete') return { kind: 'code', code, on }
  throw new QueryError(`${FORMS}; not on = ${JSON.stringify(on)}`)
}
