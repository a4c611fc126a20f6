import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/**
 * The file that a program's name stands for, found as the operating system does: a name with a slash
 * from `cwd`, any other on PATH. Undefined where there is none that can be run.
 */
export function findProgram(name: string, cwd: string): string | undefined {
  if (name.includes('/')) return runnable(resolve(cwd, name))
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const folder of folders) {
    const found = runnable(join(resolve(cwd, folder), name))
    if (found !== undefined) return found
  }
  return undefined
}

function runnable(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile() ? path : undefined
  } catch {
    return undefined
  }
}
