import * as z from 'zod'
import { oneFault, tooMany } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const retryAfterFarAway = defineRecipe({
  name: 'retry-after-far-away',
  says: 'Every request is refused, and Retry-After says to come back in a year.',
  correct:
    '`too_many_requests` (or `service_unavailable`) within its timeout: it does not sleep that long',
  fields: { seconds: z.int().min(0).default(31_536_000) },
  make: (source, { seconds }) =>
    oneFault({ kind: 'rate-limit', retryAfter: seconds }, tooMany(source)),
})
