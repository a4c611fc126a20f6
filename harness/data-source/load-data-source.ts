import { createHash } from 'node:crypto'
import {
  builtIn,
  type DataSourceDefinition,
  DEFAULT_DATA_SOURCE,
} from '../../mock-datasource/index.ts'
import { UsageError } from '../errors.ts'
import type { DataSourceRef, LoadedDataSource } from './data-source-ref.ts'
import { isDescription } from './find-data-source.ts'
import { hashOf } from './hash-of.ts'
import { hashOfFile } from './hash-of-file.ts'
import { loadFile, loadGiven } from './load-file.ts'

/** What is meant where nobody names a data source. */
export const DEFAULT_REF: DataSourceRef = { name: DEFAULT_DATA_SOURCE, from: { kind: 'built-in' } }

const loaded = new Map<string, Promise<LoadedDataSource>>()

/**
 * The data source that is meant, ready to be used; each is loaded once in a process.
 *
 * @throws UsageError where there is none.
 */
export function loadDataSource(ref: DataSourceRef = DEFAULT_REF): Promise<LoadedDataSource> {
  const key = keyOf(ref)
  const known = loaded.get(key)
  if (known !== undefined) return known
  const loading = load(ref)
  loaded.set(key, loading)
  return loading
}

function keyOf({ name, from }: DataSourceRef): string {
  if (from.kind === 'file') return `file ${from.path}`
  return from.kind === 'given' ? `given ${JSON.stringify(from.description)}` : `built-in ${name}`
}

async function load({ name, from }: DataSourceRef): Promise<LoadedDataSource> {
  if (from.kind === 'file') {
    const definition = await loadFile(from.path, name)
    return loadedAs(definition, hashOfLoaded(definition, from.path), from)
  }
  if (from.kind === 'given') {
    const given = await loadGiven(from.description, from.path, name)
    return loadedAs(given, hashOf(given), from)
  }
  const definition = await builtIn(name)?.load()
  if (definition === undefined) throw new UsageError(`there is no data source "${name}"`)
  return loadedAs(definition, hashOf(definition), from)
}

/** Of a module its text counts too: what it does is nowhere else. */
function hashOfLoaded(definition: DataSourceDefinition, path: string): string {
  if (isDescription(path)) return hashOf(definition)
  if (definition.description === undefined) return hashOfFile(path)
  return createHash('sha256').update(hashOfFile(path)).update(hashOf(definition)).digest('hex')
}

function loadedAs(
  definition: DataSourceDefinition,
  hash: string,
  from: DataSourceRef['from'],
): LoadedDataSource {
  const { name, title } = definition
  return { definition, planned: { name, title, hash, from } }
}
