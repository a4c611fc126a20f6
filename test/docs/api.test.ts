import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schemaFiles, WRITE_SCHEMAS } from '../../scripts/schemas/schema-files.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGE = readFileSync(join(ROOT, 'docs/api.md'), 'utf8')

/** The example in a language, and what the page says that it prints. */
function example(language: string): { code: string; printed: string } {
  const blocks = new RegExp(
    `\`\`\`${language}\\n(.*?)\`\`\`\\n\\nprints\\n\\n\`\`\`text\\n(.*?)\`\`\``,
    's',
  )
  const [, code, printed] = blocks.exec(PAGE) ?? []
  if (code === undefined || printed === undefined) throw new Error(`no example in ${language}`)
  return { code, printed }
}

/** A folder in which the package, and what an example needs beside it, are installed. */
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-api-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules', 'connector-contract'))
  symlinkSync(join(ROOT, 'node_modules', 'ajv'), join(folder, 'node_modules', 'ajv'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['python', 'example.py', 'python3'],
  ['js', 'example.mjs', process.execPath],
])('the example in %s prints what the page says', (language, name, program) => {
  const { code, printed } = example(language)
  writeFileSync(join(folder, name), code)
  expect(execFileSync(program, [name], { cwd: folder, encoding: 'utf8' })).toBe(printed)
})

it('names the files that are written, and the command that writes them', () => {
  expect(PAGE).toContain(WRITE_SCHEMAS)
  const written = Object.keys(schemaFiles())
    .filter((path) => path.startsWith('contracts/'))
    .map((path) => path.replace('contracts/', ''))
  const named = [...PAGE.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path)
  expect(written).toEqual(expect.arrayContaining(named))
})
