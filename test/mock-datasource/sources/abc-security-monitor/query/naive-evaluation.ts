import type { Row, Value } from '../../../../../mock-datasource/engine/row.ts'
import type {
  Condition,
  Operator,
  Query,
} from '../../../../../mock-datasource/sources/abc-security-monitor/query/query.ts'

/** What a query selects, written for plainness alone and from the API's page, not from the code. */
export function naiveResult(rows: readonly Row[], query: Query): Row[] {
  const inRange = (row: Row) => {
    const instant = new Date(String(row['time'])).getTime()
    return (
      (query.start === undefined || instant >= query.start) &&
      (query.stop === undefined || instant < query.stop)
    )
  }
  const key = (row: Row) => `${new Date(String(row['time'])).toISOString()} ${row['id']}`
  return rows
    .filter(inRange)
    .filter((row) => query.where === undefined || naiveMatches(query.where, row))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, query.limit)
}

export function naiveMatches(condition: Condition, row: Row): boolean {
  switch (condition.kind) {
    case 'and':
      return !condition.conditions.map((part) => naiveMatches(part, row)).includes(false)
    case 'or':
      return condition.conditions.map((part) => naiveMatches(part, row)).includes(true)
    case 'not':
      return !naiveMatches(condition.condition, row)
    case 'in':
      return condition.values.some((other) => same(row[condition.field] ?? null, other))
    case 'like': {
      const value = row[condition.field]
      return typeof value === 'string' && naiveLike([...value], [...condition.pattern])
    }
    case 'compare':
      return naiveCompare(row[condition.field] ?? null, condition.operator, condition.value)
  }
}

function naiveCompare(left: Value, operator: Operator, right: Value): boolean {
  const equal = same(left, right)
  switch (operator) {
    case '=':
      return equal
    case '!=':
      return !equal
    case '<':
      return less(left, right)
    case '>':
      return less(right, left)
    case '<=':
      return less(left, right) || (equal && left !== null)
    case '>=':
      return less(right, left) || (equal && left !== null)
  }
}

const same = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b)

function less(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a < b
  if (typeof a === 'number' && typeof b === 'number') return a < b
  return a === false && b === true
}

/** Tries everything, and so is only for short texts. */
export function naiveLike(text: readonly string[], pattern: readonly string[]): boolean {
  const [character, ...restOfText] = text
  const [wanted, ...restOfPattern] = pattern
  if (wanted === undefined) return character === undefined
  if (wanted === '%') {
    return naiveLike(text, restOfPattern) || (text.length > 0 && naiveLike(restOfText, pattern))
  }
  if (character === undefined) return false
  if (wanted !== '_' && wanted.toLowerCase() !== character.toLowerCase()) return false
  return naiveLike(restOfText, restOfPattern)
}
