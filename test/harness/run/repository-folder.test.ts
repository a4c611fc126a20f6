import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repositoryFolder } from '../../../harness/run/repository-folder.ts'

let folder: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'repository-folder-')))
  for (const path of [
    'mono/.git',
    'mono/packages/abc',
    'tree/packages/abc',
    'plain/packages/abc',
  ]) {
    mkdirSync(join(folder, path), { recursive: true })
  }
  writeFileSync(join(folder, 'tree/.git'), 'gitdir: elsewhere\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the folder of a run in its repository', () => {
  it.each([
    ['a package of a monorepo', 'mono/packages/abc', 'packages/abc'],
    ['a package in a worktree', 'tree/packages/abc', 'packages/abc'],
    ['the root', 'mono', undefined],
    ['what is in no repository', 'plain/packages/abc', undefined],
  ])('of %s is %s', (_, path, expected) => {
    expect(repositoryFolder(join(folder, path), {})).toBe(expected)
  })

  it('is what a CI server says, where a checkout has no .git', () => {
    const inPlain = join(folder, 'plain/packages/abc')
    const env = (root: string) => ({ CI_PROJECT_DIR: root })
    expect(repositoryFolder(inPlain, env(join(folder, 'plain')))).toBe('packages/abc')
    expect(repositoryFolder(inPlain, env(join(folder, 'mono')))).toBeUndefined()
  })
})
