import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesOf, hashOfFile } from '../../../harness/data-source/hash-of-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

/** A module with two that it imports, one of them by way of the other, and one in a circle. */
function writeAll(below = '.') {
  write(`${below}/parts/facts.ts`, "import '../source.ts'\nexport const FACTS = 1")
  write(`${below}/parts/index.ts`, 'export { FACTS } from "./facts.ts"')
  return write(
    `${below}/source.ts`,
    "import { defineDataSource } from 'connector-contract/data-source'\nconst parts = await import('./parts/index.ts')\n// import './gone.ts'",
  )
}

describe('the hash of a file', () => {
  it('is 64 hex digits, the same wherever the files lie', () => {
    const hash = hashOfFile(writeAll())
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(hashOfFile(writeAll('elsewhere/deep'))).toBe(hash)
  })

  it('is another where the file, or one that it imports, is another', () => {
    const path = writeAll()
    const hash = hashOfFile(path)
    write('parts/facts.ts', "import '../source.ts'\nexport const FACTS = 2")
    const changed = hashOfFile(path)
    expect(changed).not.toBe(hash)
    write('source.ts', '// nothing')
    expect(hashOfFile(path)).not.toBe(changed)
  })

  it('is of what a description extends too, so that it is watched', () => {
    const base = write('parts/base.yaml', 'extends: qradar\nname: base')
    const path = write('own.yaml', 'extends: ./parts/base.yaml\nname: own')
    expect(filesOf(path)).toEqual([path, base])
  })

  it('does not depend on packages, nor on files that there are not', () => {
    const path = writeAll()
    expect([...filesOf(path)].sort()).toEqual([
      join(folder, 'parts/facts.ts'),
      join(folder, 'parts/index.ts'),
      path,
    ])
  })
})
