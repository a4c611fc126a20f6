import { FAILS, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const gatewayHtml503 = defineRecipe({
  name: 'gateway-html-503',
  says: 'A gateway in front answers with a page for people, under 503.',
  correct: 'a failure, best `service_unavailable`',
  fields: {},
  make: () => oneFault({ kind: 'html-page', status: 503 }, FAILS),
})
