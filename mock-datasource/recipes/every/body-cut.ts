import { times } from '../fields.ts'
import { FAILS_OR_RIGHT, oneFault, pagesOf } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const bodyCut = defineRecipe({
  name: 'body-cut',
  says: 'The connection is closed in the middle of a page of results.',
  correct: 'a failure; half a page is no page',
  fields: { ...times(1) },
  make(source, { times }) {
    const operation = pagesOf(source)
    return oneFault(
      { kind: 'close-mid-body', times, ...(operation && { operation }) },
      FAILS_OR_RIGHT,
    )
  },
})
