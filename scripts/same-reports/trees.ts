import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NotComparable } from './not-comparable.ts'

/** One of the two codes that are compared. */
export interface Tree {
  /** What it is called where it is spoken of. */
  readonly name: string
  readonly root: string
  /** Where its runs take place and leave what they leave. */
  readonly folder: string
}

interface Trees {
  readonly base: Tree
  readonly here: Tree
  readonly remove: () => void
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')
const LOCK = 'package-lock.json'

/**
 * The code of a revision, in a worktree of its own, and this one.
 *
 * @returns `remove` leaves nothing of it behind
 */
export function makeTrees(revision: string): Trees {
  const commit = commitOf(revision)
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'same-reports-')))
  const worktree = join(parent, 'worktree')
  const remove = () => {
    try {
      // As a user would, lest git goes on to list it.
      if (existsSync(worktree)) git('worktree', 'remove', '--force', worktree)
    } finally {
      rmSync(parent, { recursive: true, force: true })
    }
  }
  try {
    git('worktree', 'add', '--quiet', '--detach', worktree, commit)
    shareModules(revision, worktree)
    const folders = ['base', 'here'].map((name) => join(parent, name)) as [string, string]
    for (const folder of folders) mkdirSync(folder)
    return {
      base: { name: revision, root: worktree, folder: folders[0] },
      here: { name: 'the working tree', root: ROOT, folder: folders[1] },
      remove,
    }
  } catch (error) {
    remove()
    throw error
  }
}

function commitOf(revision: string): string {
  try {
    return git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
  } catch {
    throw new NotComparable(`${revision} is no revision of this repository`)
  }
}

/** What is installed here serves both, where both ask for the same. */
function shareModules(revision: string, worktree: string): void {
  const [before, after] = [worktree, ROOT].map((root) => readFileSync(join(root, LOCK), 'utf8'))
  if (before !== after) {
    throw new NotComparable(
      `${LOCK} is not the same at ${revision} and here: what differs could come from the packages`,
    )
  }
  symlinkSync(join(ROOT, 'node_modules'), join(worktree, 'node_modules'))
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim()
}
