import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PageTokens } from '../../../mock-datasource/engine/page-token.ts'

const owner = fc.string({ unit: 'binary' })
const offset = fc.nat({ max: 2 ** 48 - 1 })

test('a token gives its offset back to its owner, also after the mock was started anew', () => {
  fc.assert(
    fc.property(fc.integer(), owner, offset, (seed, name, start) => {
      const token = new PageTokens(seed).issue(name, start)
      expect(new PageTokens(seed).offsetOf(name, token)).toBe(start)
    }),
  )
})

test('every token holds all three characters of base64 that a URL takes for something else', () => {
  fc.assert(
    fc.property(owner, offset, (name, start) => {
      expect(new PageTokens(1).issue(name, start)).toMatch(
        /^(?=.*\+)(?=.*\/)(?=.*=)[A-Za-z0-9+/]+=*$/,
      )
    }),
  )
})

test("no other owner and no other mock's seed can read it", () => {
  fc.assert(
    fc.property(owner, owner, offset, (name, other, start) => {
      fc.pre(name !== other)
      const token = new PageTokens(1).issue(name, start)
      expect(new PageTokens(1).offsetOf(other, token)).toBeUndefined()
      expect(new PageTokens(2).offsetOf(name, token)).toBeUndefined()
    }),
  )
})

test('a token with anything changed, added or missing is none', () => {
  const tokens = new PageTokens(1)
  const edit = fc.record({
    at: fc.nat({ max: 31 }),
    remove: fc.nat({ max: 3 }),
    insert: fc.string({ maxLength: 3 }),
  })
  fc.assert(
    fc.property(edit, ({ at, remove, insert }) => {
      const token = tokens.issue('search:1', 100)
      const changed = token.slice(0, at) + insert + token.slice(at + remove)
      fc.pre(changed !== token)
      expect(tokens.offsetOf('search:1', changed)).toBeUndefined()
    }),
    { numRuns: 1_000 },
  )
})

test('text that was never a token is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(new PageTokens(1).offsetOf('search:1', text)).toBeUndefined()
    }),
  )
})
