import { FAILS_OR_RIGHT, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const jsonUnderWrongType = defineRecipe({
  name: 'json-under-wrong-type',
  says: 'Right answers come under the media type of plain text.',
  correct: 'the right answer, or a failure',
  fields: {},
  make: () => oneFault({ kind: 'wrong-content-type' }, FAILS_OR_RIGHT),
})
