import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPythonLiteral } from '../../../harness/cli/python-literal.ts'

describe('a value as a Python literal', () => {
  it.each([
    [{ success: true }, "{'success': True}"],
    [
      { success: true, status: 'COMPLETED', progress: 100 },
      "{'success': True, 'status': 'COMPLETED', 'progress': 100}",
    ],
    [{ success: false, error: "it's" }, `{'success': False, 'error': "it's"}`],
    [`'"`, `'\\'"'`],
    [[null, 1.5, -2], '[None, 1.5, -2]'],
    ['a\n\t\\ \u001b é 😀 \u2028', `'a\\n\\t\\\\ \\x1b é 😀 \\u2028'`],
    [undefined, 'None'],
    [{ dropped: undefined, date: new Date(0) }, "{'date': '1970-01-01T00:00:00.000Z'}"],
  ])('%j is %s', (value, literal) => {
    expect(toPythonLiteral(value)).toBe(literal)
  })

  it('reads back in Python as the value that JSON holds', () => {
    const values = fc.sample(fc.jsonValue({ stringUnit: 'binary' }), { numRuns: 500, seed: 1 })
    const script = `import ast, json, sys
for pair in json.load(sys.stdin):
    print(ast.literal_eval(pair[1]) == json.loads(pair[0]))`
    const answers = python(
      script,
      JSON.stringify(values.map((v) => [asJson(v), toPythonLiteral(v)])),
    )
    expect(answers).toEqual(values.map(() => 'True'))
  })

  it('is, character by character, what repr gives', () => {
    const values = fc.sample(fc.jsonValue({ depthSize: 'medium', stringUnit: textUnit() }), {
      numRuns: 500,
      seed: 2,
    })
    const script = `import json, sys
sys.stdout.reconfigure(encoding='utf-8')
for text in json.load(sys.stdin):
    print(repr(json.loads(text)))`
    const answers = python(script, JSON.stringify(values.map(asJson)))
    expect(values.map(toPythonLiteral)).toEqual(answers)
  })
})

/** Characters that every Unicode version since 6.0 assigns, since Python and Node carry their own. */
function textUnit() {
  return fc.oneof(
    fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom("'", '"', '\\', '\u00ad', '\u200b', '\u2028', '\u3000', '\ud800', '\ue000'),
    fc.constantFrom('日', '😀', '\u{10ffff}', '\u{e0001}', '\ufeff', '€'),
  )
}

function asJson(value: unknown): string {
  return JSON.stringify(value)
}

function python(script: string, input: string): string[] {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`)
  return stdout.trimEnd().split('\n')
}
