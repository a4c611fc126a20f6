import type { Value } from '../../../engine/row.ts'
import type { Condition } from './query.ts'

type Chain = Extract<Condition, { readonly conditions: readonly Condition[] }>

/**
 * The same condition with equalities of one field joined into one: `id = 'a' OR id = 'b'` as `id IN ('a', 'b')`,
 * and `id != 'a' AND id != 'b'` as its opposite. A query has room for thousands, each of which every row would be
 * held against.
 */
export function joinedEqualities(condition: Condition): Condition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return joinedIn(condition)
    case 'not':
      return { kind: 'not', condition: joinedEqualities(condition.condition) }
    default:
      return condition
  }
}

function joinedIn({ kind, conditions }: Chain): Condition {
  const values = new Map<string, Value[]>()
  const others: Condition[] = []
  for (const each of conditions) {
    const part = joinedEqualities(each)
    const found = kind === 'or' ? equality(part) : inequality(part)
    if (found === undefined) {
      others.push(part)
      continue
    }
    const known = values.get(found.field)
    if (known === undefined) values.set(found.field, [...found.values])
    else for (const value of found.values) known.push(value)
  }
  const joined = [...values].map(([field, ofField]): Condition => {
    const membership: Condition = { kind: 'in', field, values: ofField }
    return kind === 'or' ? membership : { kind: 'not', condition: membership }
  })
  const [only, ...more] = [...joined, ...others]
  return only !== undefined && more.length === 0
    ? only
    : { kind, conditions: [...joined, ...others] }
}

interface Values {
  readonly field: string
  readonly values: readonly Value[]
}

/** What a field has one of, where that is all that a condition asks. */
function equality(condition: Condition): Values | undefined {
  if (condition.kind === 'in') return condition
  if (condition.kind !== 'compare' || condition.operator !== '=') return undefined
  return { field: condition.field, values: [condition.value] }
}

/** What a field has none of, where that is all that a condition asks. */
function inequality(condition: Condition): Values | undefined {
  if (condition.kind === 'not') return equality(condition.condition)
  if (condition.kind !== 'compare' || condition.operator !== '!=') return undefined
  return { field: condition.field, values: [condition.value] }
}
