import { page, times } from '../fields.ts'
import { anomaly } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const firstPageTwice = defineRecipe({
  name: 'first-page-twice',
  says: 'The second page holds the rows of the first again.',
  correct: 'a failure, or the exact rows; nothing twice and nothing lost',
  fields: { ...page(2), ...times(1) },
  make: (source, { page, times }) => anomaly(source, 'repeated-page', { page, times }),
})
