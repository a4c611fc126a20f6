import { anomaly, FAILS_OR_RIGHT } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const nextPageLeadsBack = defineRecipe({
  name: 'next-page-leads-back',
  says: 'Every page leads to itself again, also the last one.',
  correct: 'a failure, or the exact rows, where an answer gives it away; it does not ask for ever',
  fields: {},
  make: (source) => anomaly(source, 'repeated-token', {}, { ...FAILS_OR_RIGHT, rows: 'any' }),
})
