import { expect, it } from 'vitest'
import { QueryError } from '../../../../../mock-datasource/engine/query-error.ts'
import { checkFields } from '../../../../../mock-datasource/sources/abc-security-monitor/query/check-fields.ts'
import { parseQuery } from '../../../../../mock-datasource/sources/abc-security-monitor/query/parse-query.ts'

const table = { name: 'events', fields: ['id', 'port'] }

it('takes a query whose fields the table has', () => {
  checkFields(parseQuery("SELECT * FROM events WHERE NOT (port = 1 OR id LIKE 'x')"), table)
  checkFields(parseQuery('SELECT port, id FROM events'), table)
})

it.each([
  ['SELECT id, hostname FROM events', 'hostname'],
  ['SELECT * FROM events WHERE Port = 1', 'Port'],
  ['SELECT * FROM events WHERE id = 1 AND NOT (port = 2 OR toString IN (1))', 'toString'],
  ["SELECT * FROM events WHERE __proto__ LIKE '%'", '__proto__'],
  ['SELECT * FROM events WHERE 5 = 5', '5'],
])('refuses %s by the name %s', (text, name) => {
  expect(() => checkFields(parseQuery(text), table)).toThrow(
    new QueryError(`unknown field '${name}' in table 'events'`),
  )
})
