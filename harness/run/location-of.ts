import { statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { resolveConnectorPath } from '../drivers/resolve-connector-path.ts'
import type { VerifyOptions } from '../engine/plan.ts'

/**
 * The file to look into where a clause is broken: the module's, the one that a command runs, or, where the target is none or lies
 * elsewhere, that of the configuration. Relative to the folder of the run, with `/` on every system; `.`
 * where there is none.
 */
export function locationOf({
  target,
  configurationFile,
}: Pick<VerifyOptions, 'target' | 'configurationFile'>): string {
  const folder = target.kind === 'command' ? target.cwd : target.from
  const files = [
    ...(target.kind === 'module' ? [resolveConnectorPath(target.specifier, folder)] : []),
    ...(target.kind === 'command' ? filesIn(target) : []),
    ...(configurationFile === undefined ? [] : [configurationFile]),
  ]
  const inside = files
    .map((file) => relative(folder, file))
    .find((path) => path !== '' && !isAbsolute(path) && path.split(sep)[0] !== '..')
  return inside === undefined ? '.' : inside.split(sep).join('/')
}

/** The files that a command names: the program itself, or what an interpreter runs. */
function filesIn({ prefix, cwd }: Extract<VerifyOptions['target'], { kind: 'command' }>) {
  const paths = prefix.map((word) => resolve(cwd, word))
  return paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}
