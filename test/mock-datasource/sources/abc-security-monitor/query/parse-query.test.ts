import { describe, expect, it } from 'vitest'
import { QueryError } from '../../../../../mock-datasource/engine/query-error.ts'
import { parseQuery } from '../../../../../mock-datasource/sources/abc-security-monitor/query/parse-query.ts'

const conditionOf = (text: string) => parseQuery(`SELECT * FROM events WHERE ${text}`).where
const compare = (field: string, operator: string, value: unknown) => ({
  kind: 'compare',
  field,
  operator,
  value,
})
const is1 = (field: string) => compare(field, '=', 1)

describe('parseQuery reads', () => {
  it('the shortest query', () => {
    expect(parseQuery('SELECT * FROM events')).toEqual({ table: 'events', fields: '*' })
  })

  it('every clause at once, keywords in any case, on several lines', () => {
    const query = parseQuery(
      'select id,\tmessage\nfrom events Where severity >= 7\r\nlimit 0 ' +
        "Start t'2026-01-01T00:00:00.000Z' stop T'2026-01-01T02:00:00.5+02:00'",
    )
    expect(query).toEqual({
      table: 'events',
      fields: ['id', 'message'],
      where: compare('severity', '>=', 7),
      limit: 0,
      start: Date.UTC(2026, 0, 1),
      stop: Date.UTC(2026, 0, 1, 0, 0, 0, 500),
    })
  })

  it('field names with letters of any script, digits, _, - and .', () => {
    const { fields } = parseQuery('SELECT src.ip, x-y_z, Größe, 2024, a1, selected FROM events')
    expect(fields).toEqual(['src.ip', 'x-y_z', 'Größe', '2024', 'a1', 'selected'])
  })

  it.each([
    ["'it''s'", "it's"],
    ["''", ''],
    ["''''", "'"],
    ['\'two\nlines, AND "(more)" %_\\\'', 'two\nlines, AND "(more)" %_\\'],
    ["'🚨 %'", '🚨 %'],
    ['443', 443],
    ['-1.5', -1.5],
    ['25e-1', 2.5],
    ['1E+3', 1000],
    ['007', 7],
    ['true', true],
    ['False', false],
    ['NULL', null],
  ])('the value %s', (text, value) => {
    expect(conditionOf(`a=${text}`)).toEqual(compare('a', '=', value))
  })

  it('a number that is stuck to its operator', () => {
    expect(conditionOf('a<-1')).toEqual(compare('a', '<', -1))
  })

  it('AND before OR, and parentheses before both', () => {
    expect(conditionOf('a = 1 OR b = 1 AND c = 1')).toEqual({
      kind: 'or',
      conditions: [is1('a'), { kind: 'and', conditions: [is1('b'), is1('c')] }],
    })
    expect(conditionOf('(a = 1 OR b = 1) AND c = 1')).toEqual({
      kind: 'and',
      conditions: [{ kind: 'or', conditions: [is1('a'), is1('b')] }, is1('c')],
    })
  })

  it('NOT before AND, two of which cancel each other', () => {
    expect(conditionOf('NOT a = 1 AND NOT NOT b = 1')).toEqual({
      kind: 'and',
      conditions: [{ kind: 'not', condition: is1('a') }, is1('b')],
    })
  })

  it('LIKE and IN, and their negations', () => {
    const like = { kind: 'like', field: 'a', pattern: '%x_' }
    const list = { kind: 'in', field: 'a', values: ['x', 1, null] }
    expect(conditionOf("a LIKE '%x_'")).toEqual(like)
    expect(conditionOf("a NOT LIKE '%x_'")).toEqual({ kind: 'not', condition: like })
    expect(conditionOf("a IN('x',1,NULL)")).toEqual(list)
    expect(conditionOf("a NOT IN ('x', 1, NULL)")).toEqual({ kind: 'not', condition: list })
  })

  it('a field named like a keyword that is not reserved', () => {
    expect(parseQuery('SELECT limit, Stop FROM events').fields).toEqual(['limit', 'Stop'])
    expect(conditionOf('start = 1 AND in IN (1) LIMIT 3')).toEqual({
      kind: 'and',
      conditions: [is1('start'), { kind: 'in', field: 'in', values: [1] }],
    })
    expect(conditionOf('t = 1 AND on = 1')).toMatchObject({ conditions: [is1('t'), is1('on')] })
  })
})

describe('parseQuery refuses, and says where,', () => {
  it.each([
    ['', 'expected SELECT at position 0'],
    ['  ', 'expected SELECT at position 2'],
    ['SELECT', 'expected * or a field name at position 6'],
    ['SELECT FROM events', 'expected * or a field name at position 7'],
    ['SELECT * events', 'expected FROM at position 9'],
    ['SELECT a, FROM events', 'expected a field name at position 10'],
    ['SELECT * FROM', 'expected a name at position 13'],
    ['SELECT * FROM events WHERE', 'expected a condition at position 26'],
    ['SELECT * FROM events WHERE a', 'expected a comparison operator, LIKE or IN at position 28'],
    ['SELECT * FROM events WHERE a NOT = 1', 'expected LIKE or IN at position 33'],
    ['SELECT * FROM events WHERE a LIKE 5', 'expected a string in single quotes at position 34'],
    ['SELECT * FROM events WHERE a IN 5', 'expected ( at position 32'],
    ['SELECT * FROM events WHERE (a = 1', 'expected ) at position 33'],
    ['SELECT * FROM events WERE a = 1', 'expected the end of the query at position 21'],
    ['SELECT * FROM events LIMIT -1', 'expected a whole number, 0 or more at position 27'],
    ['SELECT * FROM events LIMIT 1.0', 'expected a whole number, 0 or more at position 27'],
    ['SELECT * FROM events LIMIT 1e2', 'expected a whole number, 0 or more at position 27'],
    ["SELECT * FROM events START t'2026-01-01T00:00:00Z'", 'expected STOP at position 50'],
    ['SELECT * FROM events WHERE a = 1e999', 'the number 1e999 is out of range at position 31'],
    ["SELECT * FROM events WHERE a = 'x", 'a string is not closed that opens at position 31'],
    ["SELECT * FROM events WHERE a = '''", 'a string is not closed that opens at position 31'],
    ["SELECT * FROM events WHERE '🚨' ~ 1", 'unexpected character "~" at position 32'],
    ['SELECT * FROM events; --', 'unexpected character ";" at position 20'],
  ])('%s', (text, message) => {
    expect(() => parseQuery(text)).toThrow(
      new QueryError(message.replace(/ at position \d+$/, ''), positionIn(message)),
    )
  })

  it.each(['', '()', '(1,)', '(1'])('the list IN %s', (list) => {
    expect(() => parseQuery(`SELECT * FROM events WHERE a IN ${list}`)).toThrow(QueryError)
  })

  it.each(['x', "t'2026-01-01T00:00:00Z'", '+1', '.5', '1.', '"x"', 'a b'])(
    'the value %s',
    (value) => {
      expect(() => parseQuery(`SELECT * FROM events WHERE a = ${value}`)).toThrow(QueryError)
    },
  )

  it.each(['2026-01-01', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00', 'now'])(
    'the time %s',
    (time) => {
      const text = `SELECT * FROM events START t'${time}' STOP t'2026-01-02T00:00:00Z'`
      expect(() => parseQuery(text)).toThrow('expected a time such as')
    },
  )

  it('LIMIT behind START and STOP', () => {
    const range = "START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00Z'"
    expect(() => parseQuery(`SELECT * FROM events ${range} LIMIT 1`)).toThrow('expected the end')
  })

  it('parentheses that nest deeper than 100, open and closed', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a = 1${')'.repeat(depth)}`
    expect(conditionOf(nested(100))).toEqual(is1('a'))
    expect(() => conditionOf(nested(101))).toThrow('nest deeper than 100 at position 127')
    expect(() => conditionOf(nested(10_000))).toThrow('nest deeper than 100')
    expect(() => conditionOf('NOT ('.repeat(10_000))).toThrow('nest deeper than 100')
  })
})

describe('parseQuery takes queries of the greatest length:', () => {
  it.each(['AND', 'OR'])('thousands of conditions joined by %s', (operator) => {
    const { length } = conditions(conditionOf(Array(6_000).fill('a = 1').join(` ${operator} `)))
    expect(length).toBe(6_000)
  })

  it('thousands of NOTs', () => {
    expect(conditionOf(`${'NOT '.repeat(15_001)}a = 1`)).toEqual({
      kind: 'not',
      condition: is1('a'),
    })
  })

  it('a string of 65,000 quotes', () => {
    expect(conditionOf(`a = '${"''".repeat(32_500)}'`)).toEqual(
      compare('a', '=', "'".repeat(32_500)),
    )
  })

  it('a list of thousands of values', () => {
    expect(conditionOf(`a IN (${Array(15_000).fill('1').join(', ')})`)).toMatchObject({
      kind: 'in',
    })
  })
})

it('parseQuery keeps nothing from a query that failed', () => {
  expect(() => parseQuery('SELECT * FROM events WHERE ((a = 1')).toThrow(QueryError)
  expect(parseQuery('SELECT id FROM events')).toEqual({ table: 'events', fields: ['id'] })
})

function positionIn(message: string): number {
  return Number(/\d+$/.exec(message)?.[0])
}

function conditions(condition: ReturnType<typeof conditionOf>) {
  return condition?.kind === 'and' || condition?.kind === 'or' ? condition.conditions : []
}
