import { FAILS, oneFault, pagesOf } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const bodyUnreadable = defineRecipe({
  name: 'body-unreadable',
  says: 'A page of results ends too early, though all of what was promised has come.',
  correct: 'a failure; it is no exception of its own language',
  fields: {},
  make(source) {
    const operation = pagesOf(source)
    return oneFault({ kind: 'malformed-json', ...(operation && { operation }) }, FAILS)
  },
})
