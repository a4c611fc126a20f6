import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeFolder } from '../../../harness/text/make-folder.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'make-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

describe('making a folder', () => {
  it('makes those above it too, for whom it is for', () => {
    const path = join(emptyFolder(), 'a', 'b', 'c')
    makeFolder(path, 0o700)
    for (const each of [path, join(path, '..')]) {
      expect(statSync(each).isDirectory()).toBe(true)
      expect(statSync(each).mode & 0o077).toBe(0)
    }
  })

  it('leaves one that is there', () => {
    const folder = emptyFolder()
    makeFolder(folder)
    expect(statSync(folder).isDirectory()).toBe(true)
  })

  it.each(['file', 'file/below'])('ends where %s has a file in its place', (path) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(() => makeFolder(join(folder, path))).toThrow(/EEXIST|ENOTDIR/)
  })

  it.runIf(process.platform === 'linux')('ends where nothing can be made', () => {
    expect(() => makeFolder('/proc/connector/contract')).toThrow('ENOENT')
  })
})
