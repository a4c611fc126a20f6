import { isDeepStrictEqual } from 'node:util'
import {
  type DataSourceDefinition,
  type FaultSpec,
  flawedCertificate,
  type MockDataSourceOptions,
  prepareRecipe,
  type RecipeSpec,
} from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import { faultFromText } from './fault-from-text.ts'
import { certificateFrom, stateFrom } from './files.ts'
import type { MockCommandOptions } from './mock-options.ts'
import { recipeFromText } from './recipe-from-text.ts'
import { requireReachable } from './require-reachable.ts'
import { settingsFromOptions } from './settings-from-options.ts'

const PORTS = { https: 8443, http: 8080 } as const
/** What the guide's Step 5 shows: the one status call after a query finds the search COMPLETED. */
const DONE_AT_FIRST_STATUS = { by: 'polls', polls: 0 } as const

/**
 * What a mock is started with, as the options of the command line have it.
 *
 * @throws UsageError where they do not fit together, or a file of theirs cannot be read.
 */
export async function startOptions(
  options: MockCommandOptions,
  dataSource: DataSourceDefinition,
  notice: (sentence: string) => void,
): Promise<MockDataSourceOptions> {
  const { host, cert, key, adminToken } = options
  const scheme = options.http ? 'http' : 'https'
  requireReachable(options)
  if ((cert === undefined) !== (key === undefined)) {
    throw new UsageError('--cert and --key are given together or not at all.')
  }
  const state = options.state === undefined ? undefined : await stateFrom(options.state)
  const faults = options.fault.map((text) => faultFromText(text, dataSource))
  const recipes = options.recipe.map((text) => recipeFromText(text, dataSource, scheme))
  // A mock that is started again the same way must not get the faults that it saved a second time.
  const saved = Array.isArray(state?.faults) ? state.faults.map(({ spec }) => spec) : []
  const isSaved = (fault: FaultSpec) => saved.some((other) => isDeepStrictEqual(fault, other))
  const isFollowed = (recipe: RecipeSpec) => {
    const { faults: due = [] } = prepareRecipe(recipe, dataSource, scheme)
    return due.length > 0 && due.every(isSaved)
  }
  return {
    dataSource,
    scheme,
    host,
    port: options.port ?? PORTS[scheme],
    settings: {
      ...(!state && { progress: DONE_AT_FIRST_STATUS }),
      ...(await settingsFromOptions(options, dataSource)),
    },
    faults: faults.filter((fault) => !isSaved(fault)),
    recipes: recipes.filter((recipe) => !isFollowed(recipe)),
    ...(await certificateOption(options)),
    ...(state && { state }),
    ...(adminToken !== undefined && { adminToken }),
    maxSearches: options.maxSearches,
    journalBytes: options.journal,
    notice,
  }
}

/** Nothing where one without a flaw is to be made. */
async function certificateOption({
  cert,
  key,
  certFlaw,
}: MockCommandOptions): Promise<Pick<MockDataSourceOptions, 'certificate'>> {
  if (certFlaw !== undefined) return { certificate: await flawedCertificate(certFlaw) }
  if (cert === undefined || key === undefined) return {}
  return { certificate: await certificateFrom(cert, key) }
}
