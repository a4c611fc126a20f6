import { errorAt } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const deleteRefused = defineRecipe({
  name: 'delete-refused',
  says: 'The account may not delete searches.',
  correct: 'a failure of `delete`, with the code that the error means, best `forbidden`',
  fields: {},
  make(source) {
    return errorAt(source, 'forbidden', {
      ...{ says: 'that something is not allowed', method: 'delete' },
      usual: ['forbidden', 'authentication_fail'],
    })
  },
})
