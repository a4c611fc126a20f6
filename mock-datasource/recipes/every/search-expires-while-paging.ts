import { page } from '../fields.ts'
import { errorAt, why } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const searchExpiresWhilePaging = defineRecipe({
  name: 'search-expires-while-paging',
  says: 'The search is gone at the data source when its second page is asked for.',
  correct:
    'the first page; then the failure that the error means, `no_results`; never fewer rows as a success',
  fields: { ...page(2) },
  make(source, { page }) {
    if (source.states.length === 0) return why(`${source.title} keeps no searches`)
    return errorAt(source, 'no_such_search', {
      ...{ says: 'that there is no such search', method: 'results', fault: { page } },
      usual: ['no_results'],
    })
  },
})
