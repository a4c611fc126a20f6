import * as z from 'zod'
import { nearestName } from '../../contracts/given/nearest-name.ts'
import { ControlError } from '../control/control-error.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { issueText } from '../issue-text.ts'
import { RECIPES } from './index.ts'
import type { Deeds, Recipe } from './recipe.ts'

/** A recipe as somebody asks for it: its name under `recipe`, and its fields beside that. Plain JSON. */
export interface RecipeSpec {
  readonly recipe: string
  readonly [field: string]: unknown
}

/** A recipe as one data source has it. */
export interface RecipeView {
  readonly name: string
  /** What happens, and what a correct connector answers. */
  readonly says: string
  readonly correct: string
  /** What can be said of it, with what holds where nothing is said. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Why this data source cannot have it; absent where it can. */
  readonly whyNot?: string
}

/** What is to be done for a recipe, with all its fields. */
export interface Prepared extends Deeds {
  readonly recipe: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Every recipe, as a mock of this data source has it that speaks this scheme. */
export function recipesAt(
  source: DataSourceDefinition,
  scheme: 'http' | 'https' = 'https',
): readonly RecipeView[] {
  return RECIPES.map((recipe) => {
    const { name, says, correct } = recipe
    const fields = z.object(recipe.fields).parse({})
    const made = dueAt(recipe, fields, source, scheme)
    const shown = { name, says, correct, fields }
    return 'whyNot' in made ? { ...shown, whyNot: made.whyNot } : shown
  })
}

/** What a recipe does to a mock. Throws a ControlError where there is none, or this data source cannot have it. */
export function prepare(
  { recipe: name, ...given }: RecipeSpec,
  source: DataSourceDefinition,
  scheme: 'http' | 'https',
): Prepared {
  const recipe = RECIPES.find((each) => each.name === name)
  if (recipe === undefined) {
    const near = nearestName(
      name,
      RECIPES.map((each) => each.name),
    )
    const meant = near === undefined ? 'GET /_mock/recipes has them all' : `did you mean ${near}?`
    throw new ControlError(`recipe: there is none of the name ${JSON.stringify(name)}; ${meant}`)
  }
  refuseUnknown(Object.keys(given), recipe)
  const fields = z.strictObject(recipe.fields).safeParse(given)
  if (!fields.success) throw new ControlError(`${name}: ${issueText(fields.error.issues[0])}`)
  const made = dueAt(recipe, fields.data, source, scheme)
  if ('whyNot' in made) throw new ControlError(`${name}: ${made.whyNot}`)
  return { recipe: name, fields: fields.data, ...made }
}

function refuseUnknown(given: readonly string[], { name, fields }: Recipe): void {
  const known = Object.keys(fields)
  const wrong = given.find((field) => !known.includes(field))
  if (wrong === undefined) return
  const near = nearestName(wrong, known)
  const meant = near === undefined ? '' : `; did you mean ${near}?`
  const has = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`
  throw new ControlError(`${name} has no field ${JSON.stringify(wrong)}: ${has}${meant}`)
}

function dueAt(
  recipe: Recipe,
  fields: Readonly<Record<string, unknown>>,
  source: DataSourceDefinition,
  scheme: 'http' | 'https',
): ReturnType<Recipe['make']> {
  if (recipe.encrypted && scheme === 'http') {
    return { whyNot: 'plain HTTP shows no certificate' }
  }
  return recipe.make(source, fields)
}
