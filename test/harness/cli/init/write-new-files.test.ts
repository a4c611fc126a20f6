import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeNewFiles } from '../../../../harness/cli/init/write-new-files.ts'

const FILES = [
  { path: 'a/b/one.txt', text: 'one' },
  { path: 'a/two.txt', text: 'two' },
]

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'init-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

function everythingIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
}

describe('new files', () => {
  it('are written with the folders that they lie in', () => {
    const folder = emptyFolder()
    writeNewFiles(folder, FILES)
    expect(readFileSync(join(folder, 'a/b/one.txt'), 'utf8')).toBe('one')
    expect(readFileSync(join(folder, 'a/two.txt'), 'utf8')).toBe('two')
  })

  it('are written beside what is there', () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'a'))
    writeFileSync(join(folder, 'a/three.txt'), 'three')
    writeNewFiles(folder, FILES)
    expect(everythingIn(folder)).toEqual(['a', 'a/b', 'a/b/one.txt', 'a/three.txt', 'a/two.txt'])
  })

  it('are not written where one of them is there already', () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'a'))
    writeFileSync(join(folder, 'a/two.txt'), 'mine')
    expect(() => writeNewFiles(folder, FILES)).toThrow('a/two.txt is there already')
    expect(everythingIn(folder)).toEqual(['a', 'a/two.txt'])
    expect(readFileSync(join(folder, 'a/two.txt'), 'utf8')).toBe('mine')
  })

  it('are not written where a file has the place of a folder', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'a'), 'mine')
    expect(() => writeNewFiles(folder, FILES)).toThrow('a is there already; nothing was written')
    expect(everythingIn(folder)).toEqual(['a'])
  })

  it('are not written through a link that leads nowhere', () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'a'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'a/two.txt'))
    expect(() => writeNewFiles(folder, FILES)).toThrow('a/two.txt is there already')
    expect(everythingIn(folder)).toEqual(['a', 'a/two.txt'])
  })
})
