import { page, times } from '../fields.ts'
import { FAILS_OR_RIGHT, oneFault, pagesOf } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const connectionDropsOnPage = defineRecipe({
  name: 'connection-drops-on-page',
  says: 'The connection is reset once, when the third page is asked for.',
  correct: 'a failure, best `service_unavailable`, or the right rows where it asks again',
  fields: { ...page(3), ...times(1) },
  make(source, { page, times }) {
    const operation = pagesOf(source)
    return oneFault({ kind: 'reset', page, times, ...(operation && { operation }) }, FAILS_OR_RIGHT)
  },
})
