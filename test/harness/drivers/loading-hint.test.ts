import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadingHint } from '../../../harness/drivers/loading-hint.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loading-hint-'))
  writeFileSync(join(folder, 'rows.ts'), '')
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

  it.each([
    ['@/rows', 'no `paths` of tsconfig.json'],
    ['left-pad', '`npm install left-pad`'],
  ])('is told of the package %s', (name, hint) => {
    const cause = new Error(`Cannot find package '${name}' imported from /a/main.ts`)
    expect(hintOf(Object.assign(cause, { code: 'ERR_MODULE_NOT_FOUND' })).hint).toContain(hint)
  })
})
