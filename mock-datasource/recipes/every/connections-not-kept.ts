import { oneFault, RIGHT } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const connectionsNotKept = defineRecipe({
  name: 'connections-not-kept',
  says: 'The data source closes every connection after its answer, without a word.',
  correct: 'the right answers: it opens another one',
  fields: {},
  make: () => oneFault({ kind: 'answer-form', form: 'closed-since' }, RIGHT),
})
