import { after } from '../fields.ts'
import { FAILS, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const answerNeverComes = defineRecipe({
  name: 'answer-never-comes',
  says: 'Requests are read and never answered.',
  correct: 'a failure within the timeout, best `service_unavailable`',
  fields: { ...after(0) },
  make: (_source, { after }) => oneFault({ kind: 'hang', after }, FAILS),
})
