import { FAILS, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const redirectToLogIn = defineRecipe({
  name: 'redirect-to-log-in',
  says: 'Requests are redirected to a page to log in at.',
  correct: 'a failure; it takes no page for an answer',
  fields: {},
  make: () => oneFault({ kind: 'redirect', to: '/login' }, FAILS),
})
