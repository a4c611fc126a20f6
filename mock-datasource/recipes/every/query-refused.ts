import { errorAt } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const queryRefused = defineRecipe({
  name: 'query-refused',
  says: 'The data source cannot read the query.',
  correct: '`invalid_query`',
  fields: {},
  make(source) {
    const method = source.states.length > 0 ? 'query' : 'results'
    return errorAt(source, 'bad_query', {
      ...{ says: 'that a query cannot be read', method, usual: ['invalid_query'] },
    })
  },
})
