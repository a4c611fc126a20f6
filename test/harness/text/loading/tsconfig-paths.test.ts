import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadingHint } from '../../../../harness/text/loading/loading-hint.ts'
import { tsconfigPaths } from '../../../../harness/text/loading/tsconfig-paths.ts'

const FILES: Readonly<Record<string, string>> = {
  'tsconfig.json': `{
    // Where what is shared lies.
    "compilerOptions": { "paths": { "@lib/*": ["./lib/*"], "shared": ["lib/shared.ts"], }, },
  }`,
  'lib/codes.ts': '',
  'lib/shared.ts': '',
  'below/tsconfig.json': '{ "extends": "../base.json" }',
  'base.json': '{ "compilerOptions": { "baseUrl": "lib" } }',
  'broken/tsconfig.json': '{',
  'text/tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": "./lib/*", "none": null } } }',
  'null/tsconfig.json': '{ "compilerOptions": { "paths": null, "baseUrl": 5 }, "extends": {} }',
  'list/tsconfig.json': '[null]',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsconfig-paths-'))
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('where an import leads by tsconfig.json', () => {
  it.each([
    ['a pattern', '@lib/codes', 'src/main.ts', ['lib/codes']],
    ['a name', 'shared', 'src/main.ts', ['lib/shared.ts']],
    ['what matches nothing', '@other/codes', 'main.ts', []],
    ['the base of a configuration that is extended', 'codes', 'below/main.ts', ['lib/codes']],
    ['one text in place of a list', '@lib/codes', 'text/main.ts', ['text/lib/codes']],
    ['a pattern that leads nowhere', 'none', 'text/main.ts', []],
    ['members that are something else', '@lib/codes', 'null/main.ts', []],
    ['a configuration that is a list', '@lib/codes', 'list/main.ts', []],
    ['a configuration that cannot be read', '@lib/codes', 'broken/main.ts', []],
  ])('is told of %s', (_, specifier, importer, leads) => {
    const expected = leads.map((each) => join(folder, each))
    expect(tsconfigPaths(specifier, join(folder, importer))).toEqual(expected)
  })

  it('is what to write in place of it, where the file is there', () => {
    writeFileSync(join(folder, 'main.ts'), "import { Code } from '@lib/codes'")
    const message = `Cannot find package '@lib/codes' imported from ${join(folder, 'main.ts')}`
    const cause = Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' })
    expect(loadingHint(cause, join(folder, 'main.ts')).hint).toBe(
      'Write "./lib/codes.ts" in place of "@lib/codes" in main.ts: Node knows no `paths` of tsconfig.json.',
    )
  })
})
