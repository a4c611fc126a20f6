import { nearestName } from '../../../contracts/given/nearest-name.ts'
import {
  ControlError,
  type DataSourceDefinition,
  prepareRecipe,
  type RecipeSpec,
  type RecipeView,
  recipesAt,
} from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import { jsonOrText } from './json-or-text.ts'

/**
 * A recipe as `--recipe` takes it: `name`, or `name,field=value,…`. Throws a UsageError where there is none of the name,
 * it has no such field, or this data source cannot have it.
 */
export function recipeFromText(
  text: string,
  dataSource: DataSourceDefinition,
  scheme: 'http' | 'https',
): RecipeSpec {
  const [name = '', ...fields] = text.split(',').map((piece) => piece.trim())
  const recipe = recipeOf(name, recipesAt(dataSource, scheme), `--recipe ${text}`)
  const given = fields.map((field): [string, unknown] => {
    const equals = field.indexOf('=')
    if (equals < 1) throw unusable(text, `'${field}' is not field=value`)
    return [field.slice(0, equals), jsonOrText(field.slice(equals + 1))]
  })
  const spec: RecipeSpec = { ...Object.fromEntries(given), recipe: recipe.name }
  try {
    prepareRecipe(spec, dataSource, scheme)
  } catch (error) {
    throw error instanceof ControlError ? unusable(text, error.message) : error
  }
  return spec
}

/** @throws UsageError where there is none of the name. */
export function recipeOf(name: string, all: readonly RecipeView[], where: string): RecipeView {
  const found = all.find((recipe) => recipe.name === name)
  if (found !== undefined) return found
  const near = nearestName(
    name,
    all.map((recipe) => recipe.name),
  )
  const meant = near === undefined ? '' : ` Did you mean ${near}?`
  throw new UsageError(
    `${where}: there is no recipe "${name}".${meant} \`connector-contract recipes\` lists all ${all.length}.`,
  )
}

function unusable(text: string, problem: string): UsageError {
  return new UsageError(`--recipe ${text}: ${problem}`)
}
