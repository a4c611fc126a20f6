import { describe, expect, it } from 'vitest'
import { QueryError } from '../../../../mock-datasource/engine/query-error.ts'
import { scriptedBy } from '../../../../mock-datasource/sources/abc-security-monitor/errors-table.ts'
import { parseQuery } from '../../../../mock-datasource/sources/abc-security-monitor/query/parse-query.ts'

const scripted = (where: string) => scriptedBy(parseQuery(`SELECT * FROM errors ${where}`))

describe('a query on table errors scripts', () => {
  it.each([
    ['WHERE code = 1010', { kind: 'code', code: 1010, on: 'create' }],
    ['WHERE code = 7', { kind: 'code', code: 7, on: 'create' }],
    ["WHERE code = 1010 AND on = 'status'", { kind: 'code', code: 1010, on: 'status' }],
    ["WHERE on = 'results' AND code = 2000", { kind: 'code', code: 2000, on: 'results' }],
    ["where (code = 403) and (on = 'delete')", { kind: 'code', code: 403, on: 'delete' }],
    ["WHERE status = 'ERROR'", { kind: 'status', status: 'ERROR' }],
    ["WHERE status = 'CANCELED' LIMIT 5", { kind: 'status', status: 'CANCELED' }],
  ])('%s', (where, expected) => {
    expect(scripted(where)).toEqual(expected)
  })

  it('the same whichever of its fields are selected', () => {
    expect(scriptedBy(parseQuery('SELECT code, on FROM errors WHERE code = 1020'))).toEqual({
      kind: 'code',
      code: 1020,
      on: 'create',
    })
  })
})

describe('a query on table errors is refused:', () => {
  it.each([
    '',
    'WHERE code = 200',
    "WHERE code = '1010'",
    'WHERE code = 1010.5',
    'WHERE code = NULL',
    'WHERE code != 1010',
    'WHERE code IN (1010)',
    'WHERE NOT code = 1010',
    "WHERE code = 1010 OR on = 'status'",
    'WHERE code = 1010 AND code = 1020',
    "WHERE on = 'status'",
    "WHERE code = 1010 AND on = 'create'",
    "WHERE code = 1010 AND on = 'ping'",
    "WHERE code = 1010 AND on = 'STATUS'",
    "WHERE code = 1010 AND on != 'status'",
    "WHERE status = 'BANANA'",
    "WHERE status = 'COMPLETED'",
    "WHERE status = 'error'",
    'WHERE status = NULL',
    "WHERE status = 'ERROR' AND code = 1010",
    'WHERE severity = 1',
    'WHERE code = 1010 AND Code = 1010',
  ])('%s', (where) => {
    expect(() => scripted(where)).toThrow(QueryError)
  })

  it('by the name of a field that the table does not have', () => {
    expect(() => scripted('WHERE banana = 1')).toThrow("unknown field 'banana' in table 'errors'")
    expect(() => scriptedBy(parseQuery('SELECT id FROM errors WHERE code = 1'))).toThrow("'id'")
  })
})
