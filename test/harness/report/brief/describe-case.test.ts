import { describe, expect, it } from 'vitest'
import { describeCase } from '../../../../harness/report/brief/describe-case.ts'

describe('a counterexample on one line', () => {
  it.each([
    [{ rows: 2, pageSize: 10, offset: 1 }, 'rows 2, pageSize 10, offset 1'],
    [{ method: 'ping', fault: null }, 'method ping, fault none'],
    [{ search: 'empty id', delete: true }, 'search empty id, delete true'],
    [{ fault: { kind: 'api-error', code: 1010 } }, 'fault {kind api-error, code 1010}'],
    [{ lengths: [1, 2] }, 'lengths [1,2]'],
    ['the data source is down', 'the data source is down'],
    [null, 'none'],
    [{}, ''],
  ])('%j is: %s', (example, words) => {
    expect(describeCase(example)).toBe(words)
  })

  it.each(['', ' ', ' a', 'a  b', '12', '1e3', "it's", 'a,b', 'a\nb', 'é', '\u001b[2J', 'none, x'])(
    'quotes the text %j, which could be misread',
    (value) => {
      const shown = describeCase({ value })
      expect(shown).toMatch(/^value "\P{Cc}*"$/u)
      expect(JSON.parse(shown.slice('value '.length))).toBe(value)
    },
  )

  it.each(['none', 'null', 'true', 'false', 'NaN', 'undefined'])(
    'tells the text %j from the value of that name',
    (value) => {
      expect(describeCase({ value })).toBe(`value "${value}"`)
    },
  )

  it('shows the ends of a long value', () => {
    const shown = describeCase({ query: `${'a'.repeat(5_000)}!` })
    expect(shown.length).toBeLessThan(250)
    expect(shown).toContain('characters)')
  })
})
