import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  BUILT_IN,
  type DataSourceDefinition,
  problemsOf,
  problemText,
} from '../../mock-datasource/index.ts'
import { UsageError } from '../errors.ts'
import { loadingHint } from '../text/loading/loading-hint.ts'
import { visible } from '../text/visible.ts'
import { canonicalName } from './data-source-ref.ts'
import { isDescription } from './find-data-source.ts'

/**
 * The data source that a file describes, or that a module has as its default export.
 *
 * @param shown how messages name the file.
 * @throws UsageError where it does not load, or what it exports is none.
 */
export async function loadFile(path: string, shown: string): Promise<DataSourceDefinition> {
  if (!existsSync(path)) throw new UsageError(`there is no file ${shown}, which is the data source`)
  return whole(await contentOf(path, shown), shown)
}

/**
 * The data source that a description describes which stands in some other file.
 *
 * @throws UsageError where it describes none.
 */
export async function loadGiven(
  description: object,
  path: string,
  shown: string,
): Promise<DataSourceDefinition> {
  const { described } = await import('./load-description.ts')
  return whole(described({ value: description, key: path, shown }), shown)
}

function whole(definition: unknown, shown: string): DataSourceDefinition {
  if (typeof definition !== 'object' || definition === null) {
    throw new UsageError(`${shown} has no default export that is a data source`, {
      hint: 'Export the definition as default: docs/data-source-definition.md.',
    })
  }
  const { name } = definition as { readonly name?: unknown }
  if (typeof name === 'string') refuseBuiltIn(name, shown)
  requireWhole(definition, shown)
  return definition as DataSourceDefinition
}

async function contentOf(path: string, shown: string): Promise<unknown> {
  // Loaded where it is needed: see the door that it comes through.
  const { described, loadDescription } = await import('./load-description.ts')
  if (isDescription(path)) return loadDescription(path, shown)
  const exported = await exportOf(path, shown)
  return isDescribed(exported) ? described({ value: exported, key: path, shown }) : exported
}

/** Whether a module exports a description, and not what one is compiled to. */
function isDescribed(exported: unknown): boolean {
  const isObject = typeof exported === 'object' && exported !== null
  return isObject && ('version' in exported || 'extends' in exported)
}

async function exportOf(path: string, shown: string): Promise<unknown> {
  try {
    const exported: { default?: unknown } = await import(
      /* @vite-ignore */ pathToFileURL(path).href
    )
    return exported.default
  } catch (cause) {
    const { what, hint } = loadingHint(cause, path)
    throw new UsageError(visible(`${shown} cannot be loaded: ${what}`), {
      cause,
      ...(hint === undefined ? {} : { hint }),
    })
  }
}

function requireWhole(definition: object, shown: string): void {
  const [first, ...others] = problemsOf(definition)
  if (first === undefined) return
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  throw new UsageError(visible(`${shown}: ${problemText(first)}${more}`), {
    hint: 'docs/data-source-definition.md has every part of a definition.',
  })
}

/** Reports and kept failures tell data sources apart by their names. */
function refuseBuiltIn(name: string, shown: string): void {
  const known = canonicalName(name)
  if (BUILT_IN.every((each) => each.name !== known && !each.aliases.includes(known))) return
  throw new UsageError(`${shown}: name: "${visible(name)}" is built in; choose another`)
}
