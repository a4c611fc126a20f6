import { FAILS, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const redirectLoop = defineRecipe({
  name: 'redirect-loop',
  says: 'Every request is redirected to where it is already.',
  correct: 'a failure after a few requests',
  fields: {},
  make: () => oneFault({ kind: 'redirect' }, FAILS),
})
