import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLastValue, lastValue } from '../../../../harness/drivers/command/last-value.ts'
import { python } from '../fixtures/python.ts'

/** A line that a logger might write; brackets, quotes and lines that are values among them. */
const logLine = fc.oneof(
  fc.constantFrom('42', '[INFO] started', "don't", '{', '}', 'done (3 rows)', 'True', '"', '[1]'),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\r\n]/g, '')),
)

/** A line that no value can end at, or contain. */
const harmlessLine = fc.constantFrom('bye', '[INFO] done', "don't", 'took 3 ms (cached)', '', '}')

describe('the value at the end wins', () => {
  test('over any log lines before it, printed as JSON in any layout', () => {
    const indents = fc.constantFrom(undefined, 0, 2, '\t')
    fc.assert(
      fc.property(fc.array(logLine), fc.jsonValue(), indents, (lines, value, indent) => {
        const printed = JSON.stringify(value, null, indent)
        expect(lastValue([...lines, printed, ''].join('\n'))).toEqual({
          value: JSON.parse(printed),
          text: printed,
        })
      }),
    )
  })

  test("over log lines before it, in the layouts of Python's pprint", () => {
    const PRINT = `
import json, pprint, sys
print(json.dumps([pprint.pformat(value, width=20) for value in json.load(sys.stdin)]))
`
    const containers = fc.array(
      fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
    )
    fc.assert(
      fc.property(containers, fc.array(logLine), (given, lines) => {
        const printed = JSON.parse(python(PRINT, given)) as string[]
        const read = printed.map((text) => lastValue([...lines, text, 'bye'].join('\n'))?.value)
        expect(read).toEqual(JSON.parse(JSON.stringify(given)))
      }),
      { numRuns: 12 },
    )
  })

  test('also with log lines after it', () => {
    fc.assert(
      fc.property(fc.array(harmlessLine), fc.jsonValue(), (lines, value) => {
        const printed = JSON.stringify(value, null, 2)
        expect(lastValue([printed, ...lines].join('\n'))?.text).toBe(printed)
      }),
    )
  })
})

test.each<[string, string, unknown]>([
  ['JSON', 'log\n{"success": true}\n', { success: true }],
  ['Python', "log\n{'success': True}\n", { success: true }],
  ['a bare word of JSON', 'log\nfalse\n', false],
  ['a bare word of Python', 'log\nFalse', false],
  ['the last of two', '{"n": 1}\n{"n": 2}\n', { n: 2 }],
  ['blanks around it', '\n\n   {"n": 1}  \t\n\n', { n: 1 }],
  ['a byte order mark before it', '\uFEFF{"n": 1}', { n: 1 }],
  ['lines that end in CR LF', 'log\r\n{\r\n"n": 1\r\n}\r\n', { n: 1 }],
  ['a progress bar on its line', '10%\r50%\r100%\r{"n": 1}\n', { n: 1 }],
  ['colours', '\x1b[2mlog\x1b[0m\n\x1b[32m{"n": \x1b[1;33m1\x1b[0m}\x1b[39m\n', { n: 1 }],
  ['data that looks like a colour', '["\u009b31m red"]', ['\u009b31m red']],
  ['numbers that JSON lacks', '{"n": NaN}', { n: Number.NaN }],
  ['quotes and brackets in strings', `{'a': "it's {", "b": '"]\\'('}`, { a: "it's {", b: `"]'(` }],
])('%s', (_, stdout, value) => {
  expect(lastValue(stdout)?.value).toEqual(value)
})

test.each([
  ['nothing', '', 'Standard output is empty.'],
  ['blanks', ' \n\n', 'Standard output is empty.'],
  ['words', 'hello\nworld\n', 'Standard output holds no value; it ends in: "hello\\nworld"'],
  ['a value behind a prefix', 'answer: {"n": 1}', 'holds no value'],
  [
    'a value of many lines behind a prefix',
    'answer: {\n"rows": [\n{"n": 1}\n]\n}\n',
    'holds no value',
  ],
  ['a value with something behind it', '{"n": 1}; done', 'holds no value'],
  ['a value that is cut off', '{"success": true, "data": [', 'holds no value'],
  [
    'what is too deep for any reader, and what stood before it',
    `{"n": 1}\n${'['.repeat(1_000)}${']'.repeat(1_000)}`,
    'nested more than 900 levels deep',
  ],
  ['an object of Python', "{'t': datetime.date(2026, 1, 1)}", '"datetime.date" is not a literal'],
])('%s: no value, with the reason', (_, stdout, reason) => {
  const found = findLastValue(stdout)
  expect(found).toEqual({ reason: expect.stringContaining(reason) })
  expect(lastValue(stdout)).toBeUndefined()
})

describe('megabytes', () => {
  const rows = Array.from({ length: 100_000 }, (_, id) => ({ id, message: `it's "row" {${id}}` }))

  test.each([
    ['on one line', undefined],
    ['on a line a field', 2],
  ])('of a value %s', (_, indent) => {
    const printed = JSON.stringify({ success: true, data: rows }, null, indent)
    expect(lastValue(`log\n${printed}\nbye\n`)?.text.length).toBe(printed.length)
  })

  // Each would take hours if every line were tried against every other.
  test.each([
    ['brackets that close', '}\n'],
    ['brackets that open', '{\n'],
    ['brackets that close and open', '}{\n'],
    ['lists of lists', '[\n'],
    ['quotes', '"\n'],
    ['quotes and brackets', `"]\n`],
    ['calls', 'done (1)\n'],
    ['backslashes', '\\\\'],
    ['escaped quotes', `\\"`],
  ])('of %s hold no value', (_, piece) => {
    expect(lastValue(piece.repeat(1_000_000))).toBeUndefined()
  })

  test('of lines in brackets are not all tried, which is said', () => {
    const lines = '[x]\n'.repeat(250_000)
    const reason = expect.stringMatching(
      /^None of the last 20,000 texts .* as a value does is one; "\[x\]"/,
    )
    expect(findLastValue(`{"n": 1}\n${lines}`)).toEqual({ reason })
    expect(findLastValue(`${lines}{"n": 1}\n`)).toMatchObject({ value: { n: 1 }, several: false })
  })

  test.each([
    ["of JSON's brackets", '[', ']', 'nested more than 900 levels deep'],
    ["of Python's", '(', ')', 'nested deeper than 200'],
    ['of both, and quotes', `[{'a': ("`, `")}]`, 'nested more than 900 levels deep'],
  ])('%s in each other hold no value', (_, open, close, reason) => {
    const text = open.repeat(1_000_000) + close.repeat(1_000_000)
    expect(findLastValue(text)).toEqual({ reason: expect.stringContaining(reason) })
  })

  test('of a string on one line', () => {
    const text = "it's long ".repeat(2_000_000)
    expect(lastValue(`${JSON.stringify(text)}\n`)?.value === text).toBe(true)
  })
})
