import { times } from '../fields.ts'
import { FAILS, oneFault, operationOf, why } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const createdAndLost = defineRecipe({
  name: 'created-and-lost',
  says: 'The search is made, and the answer that would have named it is lost.',
  correct: 'a failure; it does not make a second search unasked',
  fields: { ...times(1) },
  make(source, { times }) {
    const operation = operationOf(source, 'query')
    if (operation === undefined) return why(`${source.title} is asked nothing for query`)
    return oneFault({ kind: 'close-mid-body', bytes: 0, operation, times }, FAILS)
  },
})
