import { existsSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { nearestName } from '../../contracts/given/nearest-name.ts'
import { BUILT_IN } from '../../mock-datasource/index.ts'
import { UsageError } from '../errors.ts'
import { canonicalName, type DataSourceRef } from './data-source-ref.ts'

const MODULES = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts']
const DESCRIPTIONS = ['.yaml', '.yml', '.json']

/** Whether a file is a description, and no module. */
export function isDescription(path: string): boolean {
  return DESCRIPTIONS.includes(extname(path))
}

/**
 * The data source that a word names: a built-in one, whose names know no difference between `_` and `-`, or a
 * file.
 *
 * @param folder what the path of a file is relative to.
 * @throws UsageError where there is none.
 */
export function findDataSource(word: string, folder: string): DataSourceRef {
  return isPath(word) ? fileAt(word, folder) : builtInNamed(word)
}

/** Whether a word names a file, and no built-in data source. */
export function isPath(word: string): boolean {
  return /[/\\]/.test(word) || [...MODULES, ...DESCRIPTIONS].includes(extname(word))
}

function fileAt(word: string, folder: string): DataSourceRef {
  const path = resolve(folder, word)
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new UsageError(`there is no file ${word}, which is to be the data source`, {
      hint: `Paths are relative to ${folder}.`,
    })
  }
  return { name: word, from: { kind: 'file', path } }
}

function builtInNamed(word: string): DataSourceRef {
  const name = canonicalName(word)
  const found = BUILT_IN.find((each) => each.name === name || each.aliases.includes(name))
  if (found !== undefined) return { name: found.name, from: { kind: 'built-in' } }
  const near = nearestName(
    name,
    BUILT_IN.flatMap((each) => [each.name, ...each.aliases]),
  )
  const names = BUILT_IN.map((each) => each.name).join(', ')
  throw new UsageError(`there is no data source "${word}"`, {
    hint: `${near === undefined ? '' : `Did you mean "${near}"? `}Built in: ${names}. A file is named by its path.`,
  })
}
