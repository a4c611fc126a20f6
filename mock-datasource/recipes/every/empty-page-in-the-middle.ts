import { page, times } from '../fields.ts'
import { anomaly } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const emptyPageInTheMiddle = defineRecipe({
  name: 'empty-page-in-the-middle',
  says: 'The second page is empty once, although rows remain.',
  correct: 'a failure, or the exact rows; the result does not end there',
  fields: { ...page(2), ...times(1) },
  make: (source, { page, times }) => anomaly(source, 'empty-page', { page, times }),
})
