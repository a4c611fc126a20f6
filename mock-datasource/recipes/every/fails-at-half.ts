import { progress } from '../fields.ts'
import { ending } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const failsAtHalf = defineRecipe({
  name: 'fails-at-half',
  says: 'Searches that are made from now on end in error half-way.',
  correct: 'status `ERROR`, with a progress up to what was reached, and a failure of `results`',
  fields: { ...progress(50) },
  make: (source, { progress }) => ending(source, 'ERROR', progress),
})
