import fc from 'fast-check'
import type { Row, Value } from '../../../../../mock-datasource/engine/row.ts'
import type {
  Condition,
  Query,
} from '../../../../../mock-datasource/sources/abc-security-monitor/query/query.ts'

/** Few fields and few values, so that conditions often hold; among them all that is easily got wrong. */
export const FIELDS = ['id', 'time', 'a', 'B', 'src.ip', 'x-y_z', 'limit', 'Größe'] as const
const STRINGS = [
  '',
  'a',
  'A',
  'ab',
  "it's",
  '443',
  'two\nlines',
  '100%_\\',
  'é',
  'É',
  '🚨',
  '.*',
  'NULL',
]
const OTHERS = [null, true, false, 0, 1, 443, -1.5, 1e21, 2.5e-7]

export const value: fc.Arbitrary<Value> = fc.constantFrom<Value>(...STRINGS, ...OTHERS)
const field = fc.constantFrom(...FIELDS)
const pieces = ['%', '_', ...STRINGS]
const pattern = fc
  .array(fc.constantFrom(...pieces), { maxLength: 4 })
  .map((parts) => parts.join(''))
const operator = fc.constantFrom('=' as const, '!=', '<', '<=', '>', '>=')

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => {
  const chained = fc.array(tie('any'), { minLength: 2, maxLength: 4 })
  return {
    any: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.record({ kind: fc.constant('compare' as const), field, operator, value }),
      fc.record({ kind: fc.constant('like' as const), field, pattern }),
      fc.record({
        kind: fc.constant('in' as const),
        field,
        values: fc.array(value, { minLength: 1, maxLength: 5 }),
      }),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), conditions: chained }),
      fc.record({ kind: fc.constant('not' as const), condition: tie('any') }),
    ),
  }
}).any

const range = fc.record({
  start: fc.integer({ min: 0, max: 20 }),
  stop: fc.integer({ min: 0, max: 20 }),
})

/** Instants are small, so that they fall among those of `rows`. */
export const query: fc.Arbitrary<Query> = fc
  .record(
    {
      table: fc.constant('things'),
      fields: fc.oneof(fc.constant('*' as const), fc.array(field, { minLength: 1, maxLength: 4 })),
      where: condition,
      limit: fc.nat({ max: 12 }),
      range,
    },
    { requiredKeys: ['table', 'fields'] },
  )
  .map(({ range: bounds, ...rest }) => ({ ...rest, ...bounds }))

/** Rows in any order, some at the same time. */
export const rows: fc.Arbitrary<Row[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-cA-C1-3]{1,3}$/), { maxLength: 20 })
  .chain((ids) => fc.tuple(...ids.map((id) => row(id))))

function row(id: string): fc.Arbitrary<Row> {
  const values = Object.fromEntries(FIELDS.slice(2).map((name) => [name, value]))
  return fc
    .record({ ...values, milliseconds: fc.integer({ min: 0, max: 20 }) })
    .map(({ milliseconds, ...rest }) => ({
      id,
      time: new Date(Number(milliseconds)).toISOString(),
      ...(rest as Row),
    }))
}
