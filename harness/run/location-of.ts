import { isAbsolute, relative, sep } from 'node:path'
import { resolveConnectorPath } from '../drivers/resolve-connector-path.ts'
import type { VerifyOptions } from '../engine/plan.ts'

/**
 * The file to look into where a clause is broken: the module's, or, where the target is none or lies
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
    ...(configurationFile === undefined ? [] : [configurationFile]),
  ]
  const inside = files
    .map((file) => relative(folder, file))
    .find((path) => path !== '' && !isAbsolute(path) && path.split(sep)[0] !== '..')
  return inside === undefined ? '.' : inside.split(sep).join('/')
}
