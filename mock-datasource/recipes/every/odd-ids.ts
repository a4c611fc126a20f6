import { why } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const oddIds = defineRecipe({
  name: 'odd-ids',
  says: 'The ids of searches hold what has a meaning in a URL: slashes, question marks, percent signs.',
  correct: 'the right answers: an id is encoded wherever it goes',
  fields: {},
  make(source) {
    if (source.states.length === 0) return why(`${source.title} keeps no searches`)
    if (!source.ids.anyText) return why(`the ids of ${source.title} are of a form of their own`)
    return { settings: { ids: 'awkward' } }
  },
})
