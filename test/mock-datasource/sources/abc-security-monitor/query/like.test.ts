import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likePredicate } from '../../../../../mock-datasource/sources/abc-security-monitor/query/like.ts'
import { naiveLike } from './naive-evaluation.ts'

describe('LIKE', () => {
  it.each([
    ['malware', 'Malware', true],
    ['mal%', 'MALWARE found', true],
    ['%found', 'malware found', true],
    ['%', '', true],
    ['', '', true],
    ['', 'x', false],
    ['_', '', false],
    ['__', 'ab', true],
    ['%_%', '', false],
    ['a%b', 'a\nline\r\nbreak\u2028b', true],
    ['a_b', 'a\nb', true],
    ['a.*[b]+$', 'a.*[b]+$', true],
    ['a.c', 'abc', false],
    ['\\%', '\\anything', true],
    ['ÜBER%', 'überwachung', true],
    ['_', '🚨', true],
    ['__', '🚨', false],
    ['%𝒜%', 'in 𝒜ttachment', true],
    ['_', 'İ', true],
    ['ΟΔΟΣ', 'οδοσ', true],
    ['%ab%', 'aab', true],
    ['%%%a', 'bca', true],
  ])('%j on %j is %s', (pattern, text, expected) => {
    expect(likePredicate(pattern)(text)).toBe(expected)
  })

  it('agrees with an implementation that tries everything', () => {
    const characters = fc.constantFrom('a', 'A', 'b', '\n', '.', '%', '_', 'é', 'É', '🚨', 'İ', 'Σ')
    const text = fc.string({ unit: characters, maxLength: 7 })
    fc.assert(
      fc.property(text, text, (pattern, subject) => {
        expect(likePredicate(pattern)(subject)).toBe(naiveLike([...subject], [...pattern]))
      }),
      { numRuns: 3_000 },
    )
  })

  // A matcher that goes back over every % would not end here.
  it('ends on patterns that make a backtracking matcher try everything', () => {
    const text = 'a'.repeat(2_000)
    expect(likePredicate(`${'%a'.repeat(500)}%b`)(text)).toBe(false)
    expect(likePredicate(`${'%a_'.repeat(500)}%b%`)(`${text}é🚨`)).toBe(false)
    expect(likePredicate('%'.repeat(60_000))(text)).toBe(true)
  })
})
