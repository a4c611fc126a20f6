import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readDeclarations } from '../../../harness/cli/declarations-option.ts'
import { UsageError } from '../../../harness/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (text: string) => {
  const path = join(folder, 'declarations.json')
  writeFileSync(path, text)
  return path
}

describe('--declare', () => {
  it('says nothing where it is not given', () => {
    expect(readDeclarations(undefined)).toEqual({})
  })

  it.each([' {"delete":"no-op"}', '{"delete":"no-op"}\n'])('takes %j', (text) => {
    expect(readDeclarations(text)).toEqual({ delete: 'no-op' })
    expect(readDeclarations(file(text))).toEqual({ delete: 'no-op' })
  })

  it.each(['{', '{"delete":"maybe"}', '{"delet":"no-op"}', '[]', 'null', '"no-op"', ''])(
    'refuses %j, in a file too',
    (text) => {
      expect(() => readDeclarations(file(text))).toThrow(UsageError)
      expect(() => readDeclarations(text)).toThrow(/^--declare [^\n]*$/)
    },
  )
})
