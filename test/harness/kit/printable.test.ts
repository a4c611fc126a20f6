import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable, shorten } from '../../../harness/kit/printable.ts'

const circle: Record<string, unknown> = { success: true }
circle['self'] = circle

describe('printable', () => {
  it('is the JSON of a JSON value', () => {
    expect(printable({ success: false, error: 'a "quote"\n', code: null })).toBe(
      String.raw`{"success":false,"error":"a \"quote\"\n","code":null}`,
    )
  })

  it.each([
    [undefined, 'undefined'],
    [{ progress: Number.NaN }, '{ progress: NaN }'],
    [{ metadata: undefined }, '{ metadata: undefined }'],
    [{ time: new Date(0) }, '{ time: 1970-01-01T00:00:00.000Z }'],
    [new Map([[1, 'a']]), "Map(1) { 1 => 'a' }"],
    [new Set(['a']), "Set(1) { 'a' }"],
    [circle, '<ref *1> { success: true, self: [Circular *1] }'],
    [{ error: new TypeError('no') }, '{ error: TypeError: no }'],
  ])('shows %o in the notation of Node', (value, text) => {
    expect(printable(value)).toBe(text)
  })

  it('is one line that says the same in at most so many characters, whatever the value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    fc.assert(
      fc.property(anything, (value) => {
        const text = printable(value, 100)
        expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
        expect(text.length).toBeLessThan(140)
      }),
    )
  })

  it('is one line of deep values and of errors, and says nothing of the files of this machine', () => {
    const deep = { a: { b: { c: { d: [{ e: new Map([[1, new Error('inside\nit')]]) }] } } } }
    expect(printable(deep)).toBe(
      '{ a: { b: { c: { d: [ { e: Map(1) { 1 => Error: inside it } } ] } } } }',
    )
  })

  it('does not run what the value brings along', () => {
    const value = {
      get token() {
        throw new Error('run')
      },
      toJSON() {
        throw new Error('run')
      },
    }
    expect(printable(value)).toBe('{ token: [Getter], toJSON: [Function: toJSON] }')
  })
})

describe('shorten', () => {
  it('leaves a short text as it is', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef')
  })

  it('keeps both ends of a long one and says how much is left out', () => {
    expect(shorten('abcdefghij', 4)).toBe('ab …(6 characters)… ij')
  })
})
