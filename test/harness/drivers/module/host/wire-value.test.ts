import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { survivesJson } from '../../../../../contracts/survives-json.ts'
import { fromWire, toWire } from '../../../../../harness/drivers/module/host/wire-value.ts'
import { printable } from '../../../../../harness/kit/printable.ts'

const sent = (value: unknown) => fromWire(toWire(value))

describe('a value in another process', () => {
  it('is the same where it is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        // Said by Node itself: vitest's own comparison takes seconds for so many values.
        expect(isDeepStrictEqual(sent(value), JSON.parse(JSON.stringify(value)))).toBe(true)
      }),
    )
  })

  it('is as much JSON as it was, and reads the same, whatever it is', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
    })
    fc.assert(
      fc.property(anything, (value) => {
        expect(survivesJson(sent(value))).toBe(survivesJson(value))
        expect(printable(sent(value))).toBe(printable(value))
      }),
      { numRuns: 500 },
    )
  })

  class Row {
    readonly id = 'a'
  }
  class Rows extends Array<Row> {}
  const circle: Record<string, unknown> = { success: true }
  circle['self'] = { inner: circle }
  const shared = { time: new Date(0) }

  it.each([
    ['an object of a class', { data: [new Row()] }],
    ['a list of a class', Rows.from([new Row()])],
    ['a function', { toJSON: function written() {} }],
    ['a symbol', [Symbol('x'), { [Symbol('y')]: 1 }]],
    ['a circle', circle],
    ['what stands in it twice', [shared, shared, { shared }]],
    ['a map with a function in it', { map: new Map([['a', () => 1]]) }],
    ['bytes', { hash: Buffer.from('abc') }],
    ['an error', { error: new TypeError('no') }],
  ])('is no JSON where that was none: %s', (_, value) => {
    expect(survivesJson(sent(value))).toBe(false)
  })

  it('shows an object of a class by its name', () => {
    expect(printable(sent({ row: new Row() }))).toBe("{ row: Row { id: 'a' } }")
    expect(printable(sent(circle))).toBe(
      '<ref *1> { success: true, self: { inner: [Circular *1] } }',
    )
  })

  it('throws where it did when it is read, and not before', () => {
    const value = sent({
      get data() {
        throw new Error('not now')
      },
    }) as { data: unknown }
    expect(() => value.data).toThrow('not now')
    const closed = new Proxy({}, { ownKeys: () => fail() })
    expect(survivesJson(sent({ closed, after: { id: 1 } }))).toBe(false)
    expect(sent({ closed, after: { id: 1 } })).toMatchObject({ after: { id: 1 } })
  })
})

function fail(): never {
  throw new Error('no')
}
