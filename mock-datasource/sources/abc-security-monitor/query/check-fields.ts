import { QueryError } from '../../../engine/query-error.ts'
import type { Condition, Query } from './query.ts'

/** A table as a query sees it. */
export interface Table {
  readonly name: string
  readonly fields: readonly string[]
}

/** Throws a QueryError that names the first field of the query that the table does not have. */
export function checkFields(query: Query, table: Table): void {
  const known = new Set(table.fields)
  const check = (field: string) => {
    if (known.has(field)) return
    throw new QueryError(`unknown field '${field}' in table '${table.name}'`)
  }
  if (query.fields !== '*') query.fields.forEach(check)
  if (query.where !== undefined) checkCondition(query.where, check)
}

function checkCondition(condition: Condition, check: (field: string) => void): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.conditions) checkCondition(part, check)
      return
    case 'not':
      checkCondition(condition.condition, check)
      return
    default:
      check(condition.field)
  }
}
