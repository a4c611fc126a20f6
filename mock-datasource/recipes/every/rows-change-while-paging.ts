import { page } from '../fields.ts'
import { anomaly, FAILS_OR_RIGHT } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const rowsChangeWhilePaging = defineRecipe({
  name: 'rows-change-while-paging',
  says: 'A row at the beginning is gone when the second page is asked for, so that all others move up.',
  correct:
    'a failure where the total tells it; never rows lost in silence that the answer gives away',
  fields: { ...page(2) },
  make: (source, { page }) =>
    anomaly(source, 'changed-result', { page }, { ...FAILS_OR_RIGHT, rows: 'any' }),
})
