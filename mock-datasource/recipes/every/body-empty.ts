import { FAILS, oneFault, pagesOf } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const bodyEmpty = defineRecipe({
  name: 'body-empty',
  says: 'An answer that should hold something is empty.',
  correct: 'a failure; no rows are not what it says',
  fields: {},
  make(source) {
    const operation = pagesOf(source)
    return oneFault({ kind: 'empty-body', ...(operation && { operation }) }, FAILS)
  },
})
