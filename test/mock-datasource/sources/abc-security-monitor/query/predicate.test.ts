import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../../mock-datasource/sources/abc-security-monitor/query/parse-query.ts'
import { matches } from '../../../../../mock-datasource/sources/abc-security-monitor/query/predicate.ts'
import type { Condition } from '../../../../../mock-datasource/sources/abc-security-monitor/query/query.ts'

const row = { text: 'Beta', number: 443, yes: true, nothing: null, digits: '443' }

const holds = (text: string) =>
  matches(parseQuery(`SELECT * FROM events WHERE ${text}`).where as Condition, row)

describe('a condition holds', () => {
  it.each([
    "text = 'Beta'",
    'number = 443.0',
    'yes = TRUE',
    'nothing = NULL',
    'number != 1',
    "number != '443'",
    "nothing != 'x'",
    'number > 442.5',
    'number <= 443',
    'yes > FALSE',
    "text < 'a'",
    "digits < '5'",
    "text LIKE 'BE%'",
    "nothing NOT LIKE '%'",
    "number NOT LIKE '443'",
    "text IN ('x', 'Beta')",
    'nothing IN (1, NULL)',
    "number NOT IN ('443')",
    'NOT nothing < 1',
    "NOT (text = 'x' OR number = 1)",
    "text = 'x' AND number = 1 OR yes = TRUE",
  ])('%s', (text) => {
    expect(holds(text)).toBe(true)
  })
})

describe('a condition does not hold', () => {
  it.each([
    "text = 'beta'",
    "number = '443'",
    'digits = 443',
    'yes = 1',
    'text = NULL',
    'nothing != NULL',
    'nothing < 1',
    'nothing > 1',
    'nothing <= NULL',
    'number >= NULL',
    "number < '999'",
    'yes >= 0',
    "nothing LIKE '%'",
    "number LIKE '443'",
    "text IN ('beta', 443)",
    "text = 'x' AND (number = 1 OR yes = TRUE)",
  ])('%s', (text) => {
    expect(holds(text)).toBe(false)
  })
})
