import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { CONFIG_ENDINGS, CONFIG_NAME } from '../../run/config-name.ts'

/**
 * The configuration file to use: the one that is named, or the one in the folder; undefined where there is none.
 *
 * @throws UsageError where the named one does not exist, or the folder holds several.
 */
export function findConfig(folder: string, named?: string): string | undefined {
  if (named !== undefined) {
    const path = resolve(folder, named)
    if (existsSync(path)) return path
    throw new UsageError(`there is no configuration file ${named}`, {
      hint: `Without --config, ${CONFIG_NAME}.{${CONFIG_ENDINGS.join(',')}} of the current folder is used.`,
    })
  }
  const found = CONFIG_ENDINGS.map((ending) => `${CONFIG_NAME}.${ending}`).filter((file) =>
    existsSync(join(folder, file)),
  )
  if (found.length > 1) {
    throw new UsageError(`there are several configuration files: ${found.join(', ')}`, {
      hint: 'Keep one, or name the one to use with --config.',
    })
  }
  if (found[0] !== undefined) return join(folder, found[0])
  requireNoOther(folder)
  return undefined
}

/** What a configuration may be written as by who does not know which are read. */
const OTHER_ENDINGS = ['toml', 'jsonc', 'json5', 'mts', 'cts', 'ini', 'py']

/** A file that is meant as one, and would be passed over. */
function requireNoOther(folder: string): void {
  const other = OTHER_ENDINGS.map((ending) => `${CONFIG_NAME}.${ending}`).find((file) =>
    existsSync(join(folder, file)),
  )
  if (other === undefined) return
  throw new UsageError(`${other} is none of the configuration files that are read`, {
    hint: `Write ${CONFIG_NAME}.yaml in its place; the other endings are ${CONFIG_ENDINGS.join(', ')}.`,
  })
}
