import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstNoJson, survivesJson } from '../../contracts/survives-json.ts'
import { PythonBytes } from '../../harness/drivers/command/python-literal/python-bytes.ts'

const circle: Record<string, unknown> = { success: true }
circle['self'] = circle

const shared = { id: 'a' }

class Row {
  readonly id = 'a'
}

const sparse = [1, 2, 3]
delete sparse[1]

/** Each inside an envelope, as a connector would let it slip in. */
const NOT_JSON = {
  undefined: undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  'a bigint': 1n,
  'a symbol': Symbol('x'),
  'a function': () => 1,
  'a date': new Date(0),
  'an error': new Error('x'),
  'a Map (a Python dict whose keys are no strings)': new Map([[1, 2]]),
  'an empty Map': new Map(),
  'a Set (a Python set)': new Set(['a']),
  'an empty Set': new Set(),
  'a byte string of Python': new PythonBytes(Buffer.from('a')),
  'a Buffer': Buffer.from('a'),
  'an instance of a class': new Row(),
  'an object that writes itself': { toJSON: () => 'text' },
  'a list with a hole': sparse,
  'a list with a member': Object.assign([1], { total: 1 }),
  'a member named by a symbol': { [Symbol('x')]: 1 },
  'a promise': Promise.resolve(1),
  'a circular reference': circle,
}

const JSON_VALUES = {
  null: null,
  '-0, which JSON can write': -0,
  'an object without a prototype': Object.assign(Object.create(null), { id: 'a' }),
  'the same object twice': [shared, shared],
  'a key __proto__': JSON.parse('{"__proto__": {"id": 1}}'),
  'half a surrogate pair': '\ud800',
  'an empty list': [],
}

describe('survivesJson', () => {
  it('is true of every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(survivesJson(value)).toBe(true)
      }),
    )
  })

  it('is true of what was read from JSON, so that no connector behind a command is accused', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(survivesJson(JSON.parse(text))).toBe(true)
      }),
    )
  })

  it.each(Object.entries(JSON_VALUES))('is true of %s', (_, value) => {
    expect(survivesJson({ success: true, metadata: value })).toBe(true)
  })

  it.each(Object.entries(NOT_JSON))('is false of %s', (_, value) => {
    expect(survivesJson(value)).toBe(false)
    expect(survivesJson({ success: true, metadata: value })).toBe(false)
    expect(survivesJson([[value]])).toBe(false)
  })

  it('is false, and no exception, where a getter throws', () => {
    const value = {
      get success() {
        throw new Error('not now')
      },
    }
    expect(survivesJson(value)).toBe(false)
  })
})

describe('the first part that is no JSON', () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      'a date in a row',
      { success: true, data: [{ id: 'a' }, { id: 'b', at: new Date(0) }] },
      ['data', '1', 'at'],
    ],
    ['a list with a hole', { data: sparse }, ['data']],
    ['the value itself', new Map(), []],
    ['what refers to what it is in', { a: circle }, ['a', 'self']],
  ])('is found where it is: %s', (_, value, path) => {
    expect(firstNoJson(value).path).toEqual(path)
  })

  it('is looked for so far in as anybody follows a path', () => {
    let deep: unknown = new Date(0)
    for (let levels = 0; levels < 20_000; levels += 1) deep = [deep]
    expect(firstNoJson(deep).path).toHaveLength(64)
  })

  it.each(Object.entries(NOT_JSON))('is found by whatever it is: %s', (_, value) => {
    const { path } = firstNoJson({ metadata: [value] })
    expect(path.slice(0, 2)).toEqual(['metadata', '0'])
  })
})
