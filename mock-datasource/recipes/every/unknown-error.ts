import { FAILS, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const unknownError = defineRecipe({
  name: 'unknown-error',
  says: 'An error with a code that no documentation lists.',
  correct: 'a failure, `unknown`',
  fields: {},
  make: (source) => oneFault({ kind: 'api-error', code: source.errors.unlisted.usual }, FAILS),
})
