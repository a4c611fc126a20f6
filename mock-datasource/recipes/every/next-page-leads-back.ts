import { anomaly } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const nextPageLeadsBack = defineRecipe({
  name: 'next-page-leads-back',
  says: 'Every page leads to itself again, also the last one.',
  correct: 'the exact rows, or a failure; it does not ask for ever',
  fields: {},
  make: (source) => anomaly(source, 'repeated-token', {}),
})
