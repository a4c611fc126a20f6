import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePythonLiteral } from '../../../../../harness/drivers/command/python-literal/parse-python-literal.ts'
import { PythonBytes } from '../../../../../harness/drivers/command/python-literal/python-bytes.ts'
import { PythonLiteralError } from '../../../../../harness/drivers/command/python-literal/python-literal-error.ts'
import { python } from '../../fixtures/python.ts'

const raw = String.raw
const bytes = (...values: number[]) => new PythonBytes(Uint8Array.from(values))

describe('against Python itself', () => {
  const REPRS = 'import json, sys\nfor value in json.load(sys.stdin): print(repr(value))'
  const JUDGE = `
import ast, json, sys
def is_literal(text):
    try:
        ast.literal_eval(text)
        return True
    except (ValueError, SyntaxError, TypeError):
        return False
print(json.dumps([is_literal(text) for text in json.load(sys.stdin)]))
`

  test('the repr of any value is read as that value', () => {
    const values = fc.array(fc.jsonValue({ stringUnit: 'binary' }), { maxLength: 50 })
    fc.assert(
      fc.property(values, (given) => {
        const printed = python(REPRS, given).split('\n').slice(0, -1)
        const normal: unknown = JSON.parse(JSON.stringify(given)) // JSON has no -0
        expect(printed.map(parsePythonLiteral)).toEqual(normal)
      }),
      { numRuns: 12 },
    )
  })

  test('the repr of any text is read as that text, lone surrogates and all', () => {
    const character = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    const awkward = fc.constantFrom("'", '"', '\\', '\n', '\r', '\x1b', '\x85', '\u2028', '{', 'n')
    const text = fc.string({ unit: fc.oneof(character, awkward) })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (given) => {
        const printed = python(REPRS, given).split('\n').slice(0, -1)
        expect(printed.map(parsePythonLiteral)).toEqual(given)
      }),
      { numRuns: 12 },
    )
  })

  test('what Python takes for no literal is none here', () => {
    const piece = fc.constantFrom(
      ...['[', ']', '(', ')', '{', '}', ',', ':', '-', '+', '1', '0', '07', '1_0', '1__0', '1.5'],
      ...["'a'", '"b"', "b'c'", "r'd'", "'\\x4'", "'\\xe9'", 'None', 'True', 'set()', ' ', 'x'],
    )
    const text = fc.string({ unit: piece, minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        const judged: unknown = JSON.parse(python(JUDGE, texts))
        const literals = texts.filter((_, index) => Array.isArray(judged) && judged[index] === true)
        const read = texts.filter(isRead)
        expect(read.filter((accepted) => !literals.includes(accepted))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  function isRead(text: string): boolean {
    try {
      parsePythonLiteral(text)
      return true
    } catch (error) {
      expect(error).toBeInstanceOf(PythonLiteralError)
      return false
    }
  }
})

test.each<[string, unknown]>([
  [
    "{'success': True, 'status': 'COMPLETED', 'progress': 100}",
    { success: true, status: 'COMPLETED', progress: 100 },
  ],
  ['[None, False, true, null]', [null, false, true, null]],
  ['()', []],
  ['(1,)', [1]],
  ['(1)', 1],
  ['[1, 2, ]', [1, 2]],
  ['{}', {}],
  ["{'a': 1, 'a': 2,}", { a: 2 }],
  ['[\n 1,\r\n\t2]', [1, 2]],
])('%s', (text, value) => {
  expect(parsePythonLiteral(text)).toEqual(value)
})

describe('text', () => {
  test.each<[string, string]>([
    [raw`'a\n\t\\\'\"'`, 'a\n\t\\\'"'],
    [raw`'\x41\u0042\U0001F600'`, 'AB😀'],
    [raw`'\0\101\7z'`, '\0A\x07z'],
    [raw`'\ud83d'`, '\ud83d'],
    [raw`'\d stays'`, raw`\d stays`],
    [raw`r'\n'`, raw`\n`],
    [raw`U'u'`, 'u'],
    [`'''it's "so"\nlong'''`, `it's "so"\nlong`],
    [`"""a"b"""`, 'a"b'],
    [`'a\\\nb'`, 'ab'],
    [`'a' "b"\n'c'`, 'abc'],
    ["''", ''],
    ["''''''", ''],
  ])('%s', (literal, text) => {
    expect(parsePythonLiteral(literal)).toBe(text)
  })

  test('of megabytes is no matter', () => {
    const text = `it's "long"\n`.repeat(400_000)
    const literal = `'${text.replaceAll("'", raw`\'`).replaceAll('\n', raw`\n`)}'`
    expect(parsePythonLiteral(literal) === text).toBe(true)
  })
})

test.each<[string, number]>([
  ['0', 0],
  ['-17', -17],
  ['+ 1', 1],
  ['1_000', 1000],
  ['0x1F', 31],
  ['0o17', 15],
  ['0b11', 3],
  ['1.', 1],
  ['.5', 0.5],
  ['1e-07', 1e-7],
  ['-1.5E+3', -1500],
  ['1700000000000000001', JSON.parse('1700000000000000001')],
  ['nan', Number.NaN],
  ['-inf', Number.NEGATIVE_INFINITY],
])('the number %s', (literal, number) => {
  expect(parsePythonLiteral(literal)).toBe(number)
})

describe('what JSON does not have stays visible', () => {
  test.each<[string, unknown]>([
    [raw`b'a\x00\xff'`, bytes(97, 0, 255)],
    [raw`b'a' b'b'`, bytes(97, 98)],
    [raw`rb'\u'`, bytes(92, 117)],
    ['{1, 2}', new Set([1, 2])],
    ['set()', new Set()],
    [
      "{1: 'a', 'b': 2}",
      new Map<unknown, unknown>([
        [1, 'a'],
        ['b', 2],
      ]),
    ],
    ['{None: 1}', new Map([[null, 1]])],
  ])('%s', (literal, value) => {
    expect(parsePythonLiteral(literal)).toEqual(value)
  })
})

test('a key "__proto__" is a key like any other', () => {
  const value = parsePythonLiteral("{'__proto__': {'polluted': True}}")
  expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":true}}')
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
})

test.each([
  ['', 'it is cut off'],
  ["{'a': 1", 'it is cut off'],
  ['[1,,2]', 'it is no literal from ",2]" on'],
  ['{1: 2, 3}', 'it is no literal from "}" on'],
  ['1 2', 'it is no literal from "2" on'],
  ["'a\nb'", 'it is no literal from'],
  ["f'{x}'", '"f" is not a literal'],
  ['datetime.datetime(2026, 1, 1)', '"datetime.datetime" is not a literal'],
  ['<object at 0x1>', 'it is no literal from "<object at 0x1>" on'],
  ['...', 'it is no literal from'],
  ['1j', '1j is not an integer or a float'],
  ['007', '007 is not an integer or a float'],
  ['-True', '"True" is not a number'],
  ["'a' b'b'", 'text and bytes cannot be joined'],
  ["b'é'", 'ASCII'],
  [raw`'\N{BULLET}'`, raw`\N is malformed or not supported`],
  [raw`'\x4'`, raw`\x is malformed or not supported`],
  [raw`'\U00110000'`, 'beyond Unicode'],
])('%s is refused, with the reason', (text, reason) => {
  expect(() => parsePythonLiteral(text)).toThrow(reason)
  expect(() => parsePythonLiteral(text)).toThrow(PythonLiteralError)
})

test('brackets nest as deep as Python itself reads them, and no deeper', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  expect(JSON.stringify(parsePythonLiteral(nested(200)))).toBe(nested(200))
  expect(() => parsePythonLiteral(nested(201))).toThrow('nested deeper than 200')
  expect(() => parsePythonLiteral('('.repeat(1_000_000))).toThrow(PythonLiteralError)
})
