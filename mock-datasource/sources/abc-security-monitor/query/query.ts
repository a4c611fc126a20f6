import type { Value } from '../../../engine/row.ts'

/** A query of the API's native language, as `parseQuery` reads it. */
export interface Query {
  readonly table: string
  /** The fields to give, in order, or all of them. */
  readonly fields: '*' | readonly string[]
  readonly where?: Condition
  /** The most rows to give, ≥ 0. */
  readonly limit?: number
  /** START: milliseconds since 1970, inclusive; not whole where the query gave more digits. */
  readonly start?: number
  /** STOP: milliseconds since 1970, exclusive. There exactly when `start` is. */
  readonly stop?: number
}

/**
 * What WHERE asks of a row; `predicate.ts` says what each means. Chains are flat, so that thousands of
 * conditions in a row nest no deeper than one: `and` and `or` hold two or more.
 */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | {
      readonly kind: 'compare'
      readonly field: string
      readonly operator: Operator
      readonly value: Value
    }
  | { readonly kind: 'like'; readonly field: string; readonly pattern: string }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly Value[] }

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='
