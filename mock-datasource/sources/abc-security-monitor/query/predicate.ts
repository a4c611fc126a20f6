import type { Row, Value } from '../../../engine/row.ts'
import { likePredicate } from './like.ts'
import type { Condition, Operator } from './query.ts'

/**
 * Whether a row fulfils a condition. Every condition is true or false, never unknown as in SQL:
 *
 * - `=` holds where both sides have the same type and the same value. A string never equals a number
 *   (`'443'` is not `443`), and `field = NULL` finds the rows whose field is null.
 * - `!=`, `NOT LIKE`, `NOT IN` and `NOT` are plain negation, so `field != 'x'` holds where it is null.
 * - `<`, `<=`, `>` and `>=` hold only between two strings, two numbers or two booleans. Strings compare by
 *   UTF-16 code unit, case included; FALSE is less than TRUE; with null on a side they are all false.
 * - `IN` is `=` with any value of the list.
 * - `LIKE` looks at strings only, and is false for all else.
 */
export function matches(condition: Condition, row: Row): boolean {
  return predicateOf(condition)((field) => row[field] ?? null)
}

/** Whether a row fulfils a condition, given what reads its fields. */
export type Predicate = (read: (field: string) => Value) => boolean

/** `matches` for many rows: what can be prepared once is, and only the fields that matter are read. */
export function predicateOf(condition: Condition): Predicate {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.conditions.map(predicateOf)
      return (read) => parts.every((part) => part(read))
    }
    case 'or': {
      const parts = condition.conditions.map(predicateOf)
      return (read) => parts.some((part) => part(read))
    }
    case 'not': {
      const part = predicateOf(condition.condition)
      return (read) => !part(read)
    }
    default:
      return fieldPredicate(condition)
  }
}

type FieldCondition = Extract<Condition, { readonly field: string }>

function fieldPredicate(condition: FieldCondition): Predicate {
  const { field } = condition
  const holds = valuePredicate(condition)
  return (read) => holds(read(field))
}

function valuePredicate(condition: FieldCondition): (value: Value) => boolean {
  switch (condition.kind) {
    case 'like': {
      const isLike = likePredicate(condition.pattern)
      return (value) => typeof value === 'string' && isLike(value)
    }
    case 'in': {
      const values = new Set(condition.values)
      return (value) => values.has(value)
    }
    case 'compare':
      return comparison(condition.operator, condition.value)
  }
}

/** An object or a list equals nothing, and is neither less nor greater. */
function comparison(operator: Operator, right: Value): (left: Value) => boolean {
  if (operator === '=') return (left) => left === right
  if (operator === '!=') return (left) => left !== right
  if (!isComparable(right)) return () => false
  const ordered = ORDERED[operator]
  return (left) => isComparable(left) && typeof left === typeof right && ordered(left, right)
}

type Comparable = string | number | boolean

function isComparable(value: Value): value is Comparable {
  return typeof value !== 'object'
}

const ORDERED = {
  '<': (left: Comparable, right: Comparable) => left < right,
  '<=': (left: Comparable, right: Comparable) => left <= right,
  '>': (left: Comparable, right: Comparable) => left > right,
  '>=': (left: Comparable, right: Comparable) => left >= right,
}
