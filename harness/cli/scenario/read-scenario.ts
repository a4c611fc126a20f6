import { dirname, resolve } from 'node:path'
import type * as z from 'zod'
import { nearestName } from '../../../contracts/given/nearest-name.ts'
import { Scenario } from '../../../contracts/scenario.ts'
import { type DataSourceDefinition, recipesAt, type Scene } from '../../../mock-datasource/index.ts'
import {
  canonicalName,
  type DataSourceRef,
  type LoadedDataSource,
} from '../../data-source/data-source-ref.ts'
import { findDataSource } from '../../data-source/find-data-source.ts'
import { loadDataSource } from '../../data-source/load-data-source.ts'
import type { GivenSecret } from '../../engine/secrets/given-secrets.ts'
import { Placeholders, placeholdersLeft, waysToGive } from '../../engine/secrets/placeholders.ts'
import { UsageError } from '../../errors.ts'
import { parseGiven } from '../../text/json-depth.ts'
import { readGiven } from '../../text/read-given.ts'
import { visible } from '../../text/visible.ts'
import { rowsFromFile } from '../mock/files.ts'
import { recipeOf } from '../mock/recipe-from-text.ts'

/** What a file of a scenario says, ready to be used. */
export interface ReadScenario extends LoadedDataSource {
  readonly scene: Scene
  readonly dataSource: DataSourceRef | undefined
}

const MOST_ALIASES = 100
/** In bytes: as a state of a mock, it may hold searches with rows of their own. */
const LONGEST = 256 * 1_024 ** 2

/**
 * Reads a scenario, in YAML or JSON, and the data source and rows that it names.
 *
 * @param named the data source that the command line names.
 * @param secrets that the user gives: they go where the file has placeholders of such. Undefined: nobody asks for them.
 * @throws UsageError on one line, with the place in the file.
 */
export async function readScenario(
  path: string,
  named?: string,
  secrets?: readonly GivenSecret[],
): Promise<ReadScenario> {
  const { version: _, data_source: own, data, ...asWritten } = parsed(path, await contentOf(path))
  const scene = new Placeholders(secrets).fillIn(asWritten)
  if (secrets !== undefined) requireSecrets(path, scene)
  const folder = dirname(resolve(path))
  const dataSource =
    named === undefined ? ofScenario(own, path) : findDataSource(named, process.cwd())
  const loaded = await loadDataSource(dataSource)
  if (named !== undefined) await requireSame(path, own, loaded)
  requireRecipes(path, scene.happens ?? [], loaded.definition)
  const rows =
    data === undefined
      ? undefined
      : await rowsFromFile(resolve(folder, data), loaded.definition.rows)
  return { ...loaded, dataSource, scene: { ...scene, ...(rows && { data: rows }) } }
}

/** Those that stood where now placeholders stand are of whoever has made the scenario, and worth nothing here. */
function requireSecrets(path: string, scene: object): void {
  const names = placeholdersLeft(scene)
  if (names.length === 0) return
  const ways = waysToGive(names)
  throw unusable(path, `${names.join(', ')} is secret and not in it: give one, with ${ways}`)
}

function ofScenario(own: Scenario['data_source'], path: string): DataSourceRef | undefined {
  if (own === undefined) return undefined
  if (typeof own === 'string') return findDataSource(own, dirname(resolve(path)))
  const from = { kind: 'given', description: own, path: resolve(path) } as const
  return { name: `--scenario ${path}: data_source`, from }
}

/** A data source of the user's own is known by its name where the scenario has no path. */
async function requireSame(
  path: string,
  own: Scenario['data_source'],
  { planned }: LoadedDataSource,
): Promise<void> {
  if (own === undefined) return
  if (typeof own === 'string' && canonicalName(own) === planned.name) return
  const { planned: meant } = await loadDataSource(ofScenario(own, path))
  if (meant.name === planned.name) return
  throw unusable(path, `it is of ${meant.name}, and --data-source names ${planned.name}`)
}

/** The mock would refuse them too, and does not know which are near. */
function requireRecipes(
  path: string,
  happens: readonly object[],
  source: DataSourceDefinition,
): void {
  const known = recipesAt(source)
  for (const [place, each] of happens.entries()) {
    if ('recipe' in each)
      recipeOf(String(each.recipe), known, `--scenario ${path}: happens.${place}`)
  }
}

function parsed(path: string, content: unknown): Scenario {
  const result = Scenario.safeParse(content)
  if (result.success) return result.data
  throw unusable(path, problemOf(result.error.issues[0]))
}

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'it is no scenario'
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  if (issue.code !== 'unrecognized_keys') return `${where}${issue.message}`
  const [key = ''] = issue.keys
  const near = nearestName(key, Object.keys(Scenario.shape))
  return `${where}there is no member ${JSON.stringify(key)}${near === undefined ? '' : `; did you mean "${near}"?`}`
}

async function contentOf(path: string): Promise<unknown> {
  try {
    const text = readGiven(path, LONGEST)
    if (text.trimStart().startsWith('{')) return parseGiven(text)
    const { parse } = await import('yaml')
    return parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'error' })
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n')
    throw unusable(path, `it cannot be read: ${line}`)
  }
}

export function unusable(path: string, problem: string): UsageError {
  return new UsageError(visible(`--scenario ${path}: ${problem}`), {
    hint: 'docs/scenarios.md has every member.',
  })
}
