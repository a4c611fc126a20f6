import { existsSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { builtInWritten, type FindBase, type Written } from '../../mock-datasource/descriptions.ts'
import { BUILT_IN } from '../../mock-datasource/index.ts'
import { canonicalName } from './data-source-ref.ts'
import { isDescription, isPath } from './find-data-source.ts'
import { valueIn } from './read-file.ts'

/** A description in a file, as messages name it. @throws UsageError where it cannot be read. */
export function writtenAt(path: string, shown: string): Written {
  return { value: valueIn(path, shown), key: resolve(path), shown }
}

/** Finds what a description in a file extends: another file, by its path from that one, or a built-in one. */
export const findBase: FindBase = (name, { key, shown }) => {
  if (!isPath(name)) return builtInNamed(name)
  const path = resolve(dirname(key), name)
  if (path === key) return { found: `${JSON.stringify(name)} is ${basename(shown)} itself` }
  if (!existsSync(path) || !statSync(path).isFile()) {
    return { found: `there is no file ${JSON.stringify(name)} beside ${shown}` }
  }
  if (!isDescription(path)) {
    return { found: `${JSON.stringify(name)} is no description in YAML or JSON` }
  }
  return writtenAt(path, name)
}

function builtInNamed(word: string): ReturnType<FindBase> {
  const name = canonicalName(word)
  const written = builtInWritten(name)
  if (written !== undefined) return written
  const allowed = BUILT_IN.map((each) => each.name).filter((each) => builtInWritten(each))
  const isThere = BUILT_IN.some((each) => each.name === name || each.aliases.includes(name))
  const found = isThere
    ? `${JSON.stringify(word)} is written in TypeScript, and can only be described anew`
    : `there is no data source ${JSON.stringify(word)}`
  return { found, written: word, allowed }
}
