import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idAt } from '../../../mock-datasource/engine/ids.ts'

const style = fc.constantFrom('uuid' as const, 'awkward' as const)

test('the same seed gives the same ids, and no id twice', () => {
  fc.assert(
    fc.property(fc.integer(), style, (seed, how) => {
      const ids = Array.from({ length: 50 }, (_, n) => idAt(seed, n, how))
      expect(new Set(ids).size).toBe(50)
      expect(Array.from({ length: 50 }, (_, n) => idAt(seed, n, how))).toEqual(ids)
    }),
  )
})

test('awkward ids hold, among them, everything that a client could forget to encode', () => {
  const ids = Array.from({ length: 10 }, (_, n) => idAt(1, n, 'awkward'))
  for (const awkward of [
    '/',
    '?',
    '#',
    '%2F',
    '%25',
    ' ',
    '"',
    "'",
    'ö',
    '🔍',
    '+',
    '&',
    '\\',
    '../',
  ]) {
    expect(ids.join('\n')).toContain(awkward)
  }
})

test('no id is empty, too long for the API, or one that a path cannot carry', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), style, (seed, n, how) => {
      const id = idAt(seed, n, how)
      expect(id.length).toBeGreaterThan(0)
      expect(id.length).toBeLessThanOrEqual(256)
      expect(id).not.toMatch(/^\.\.?$/)
      expect(decodeURIComponent(encodeURIComponent(id))).toBe(id)
    }),
  )
})
