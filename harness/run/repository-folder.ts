import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Where CI servers say that they have checked the repository out. */
const ROOTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY', 'WORKSPACE'] as const

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The folder of a run as seen from the root of its repository, with `/` on every system: `packages/abc`. Undefined in the
 * root itself, and where there is no repository. Who reads annotations and SARIF knows files from there.
 */
export function repositoryFolder(
  folder: string,
  env: Environment = process.env,
): string | undefined {
  const root =
    rootAbove(folder) ?? ROOTS.map((name) => env[name]).find((each) => holds(each, folder))
  const path = root === undefined ? '' : relative(root, folder)
  return path === '' ? undefined : path.split(sep).join('/')
}

/** A worktree or a submodule has a file of that name. */
function rootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : rootAbove(above)
}

function holds(root: string | undefined, folder: string): boolean {
  return root !== undefined && root !== '' && !relative(root, folder).startsWith('..')
}
