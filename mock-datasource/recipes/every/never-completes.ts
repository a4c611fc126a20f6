import { why } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

/** How often a search has to be asked that never completes. */
const FOR_EVER = 1_000_000_000

export const neverCompletes = defineRecipe({
  name: 'never-completes',
  says: 'Searches that are made from now on run for ever.',
  correct: '`RUNNING` at every status call, and a failure of `results`; never rows',
  fields: {},
  make(source) {
    if (!source.states.some(({ means }) => means === 'RUNNING')) {
      return why(`no search of ${source.title} is ever under way`)
    }
    return { settings: { progress: { by: 'polls', polls: FOR_EVER } } }
  },
})
