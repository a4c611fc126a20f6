import { oneFault, tooMany } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const rateLimitedForEver = defineRecipe({
  name: 'rate-limited-for-ever',
  says: 'Every request is refused because there were too many, with Retry-After.',
  correct:
    '`too_many_requests` (or `service_unavailable`) after a few requests and within its timeout',
  fields: {},
  make: (source) => oneFault({ kind: 'rate-limit' }, tooMany(source)),
})
