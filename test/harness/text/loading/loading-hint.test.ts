import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadingHint } from '../../../../harness/text/loading/loading-hint.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loading-hint-'))
  writeFileSync(join(folder, 'rows.ts'), '')
  writeFileSync(join(folder, 'types.ts'), 'export interface Row { id: string }')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What Node throws, with the place before the stack where it writes one. */
function syntaxError(message: string, line: string, code?: string): SyntaxError {
  const error = new SyntaxError(message)
  error.stack = `${join(folder, 'main.ts')}:7\n${line}\n  ^^\n\nSyntaxError: ${message}`
  return code === undefined ? error : Object.assign(error, { code })
}

function notFound(name: string): Error {
  const url = pathToFileURL(join(folder, name)).href
  const message = `Cannot find module '${join(folder, name)}' imported from ${join(folder, 'main.ts')}`
  return Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND', url })
}

const hintOf = (cause: unknown) => loadingHint(cause, join(folder, 'main.ts'))
const UNSUPPORTED = 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'

describe('a module that does not load', () => {
  it('is told where its syntax is wrong, with the line itself', () => {
    const { what, hint } = hintOf(syntaxError("Unexpected token '{'", 'const a = {{'))
    expect(what).toMatch(/^Unexpected token '\{', in .*main\.ts:7: const a = \{\{$/)
    expect(hint).toMatch(/^Correct the syntax of .*main\.ts:7\.$/)
  })

  it.each([
    ['an enum', 'TypeScript enum is not supported', 'enum A { B }', 'as const'],
    [
      'a parameter property',
      'TypeScript parameter property is not supported',
      'constructor(',
      'Declare the field',
    ],
    [
      'a namespace',
      'TypeScript namespace declaration is not supported',
      'namespace A {',
      'a module of its own',
    ],
  ])('is told what to write instead of %s', (_, message, line, instead) => {
    expect(hintOf(syntaxError(message, line, UNSUPPORTED)).hint).toContain(instead)
  })

  it('is told that a decorator is none that Node runs', () => {
    expect(hintOf(syntaxError('Invalid or unexpected token', '@sealed class A {}')).hint).toContain(
      'no decorators',
    )
  })

  it.each([
    [
      './rows.js, which is TypeScript',
      'rows.js',
      'Write "./rows.ts" in place of "./rows.js" in main.ts',
    ],
    ['./rows, without its ending', 'rows', 'Write "./rows.ts" in place of "./rows" in main.ts'],
    ['a file that is not there', 'none.js', 'There is no such file; main.ts names it.'],
  ])('is told what it means by %s', (_, name, hint) => {
    expect(hintOf(notFound(name)).hint).toContain(hint)
  })

  it('is told where a file ends too early, which no mark shows', () => {
    const error = new SyntaxError("Expected ',', got '<eof>'")
    error.stack = `${join(folder, 'main.ts')}:1\nexport default {\n\nSyntaxError: ${error.message}`
    expect(hintOf(error).what).toMatch(/, in .*main\.ts:1: export default \{$/)
  })

  it.each([
    ['./types.ts', 'Row', "Write `import type { Row } from './types.ts'`"],
    ['./types.ts', 'Column', 'Export Column from ./types.ts; where it is a type, write `import'],
  ])('is told what to write where %s does not export %s', (module, name, hint) => {
    const message = `The requested module '${module}' does not provide an export named '${name}'`
    const error = syntaxError(message, `import { ${name} } from '${module}'`)
    expect(hintOf(error).hint).toContain(hint)
  })

  it('is told how to take what CommonJS exports', () => {
    const message =
      "Named export 'get' not found. The requested module 'fetcher' is a CommonJS module, which may"
    expect(hintOf(syntaxError(message, "import { get } from 'fetcher'")).hint).toContain(
      "Write `import all from 'fetcher'` and take `all.get`",
    )
  })

  it.each([
    ['require is not defined in ES module scope, you can', "Write `import name from 'module'`"],
    ['module is not defined in ES module scope', 'Write `export default` in place of `module.exp'],
    ['__dirname is not defined in ES module scope', 'Write `import.meta.dirname`'],
    ['Module "a.json" needs an import attribute of "type: json"', "Write `with { type: 'json' }`"],
    ['Unknown file extension ".tsx" for /a/main.tsx', 'Write it without JSX'],
  ])('is told what to write for what Node has not in a module: %s', (message, hint) => {
    expect(hintOf(new ReferenceError(message)).hint).toContain(hint)
  })

  it('is told nothing more where its own code threw', () => {
    expect(hintOf(new Error('no configuration\nand more'))).toEqual({ what: 'no configuration' })
  })

  it.each([
    ['@/rows', 'no `paths` of tsconfig.json'],
    ['left-pad', '`npm install left-pad`'],
  ])('is told of the package %s', (name, hint) => {
    const cause = new Error(`Cannot find package '${name}' imported from /a/main.ts`)
    expect(hintOf(Object.assign(cause, { code: 'ERR_MODULE_NOT_FOUND' })).hint).toContain(hint)
  })
})
