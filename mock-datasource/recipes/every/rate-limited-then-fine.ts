import * as z from 'zod'
import { oneFault, tooMany } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const rateLimitedThenFine = defineRecipe({
  name: 'rate-limited-then-fine',
  says: 'Two requests are refused because there were too many, with Retry-After; the next are answered.',
  correct:
    '`too_many_requests` (or `service_unavailable`), or the right answer where it waits as long as it was told',
  fields: { requests: z.int().min(1).default(2) },
  make: (source, { requests }) =>
    oneFault({ kind: 'rate-limit', requests }, { ...tooMany(source), right: true }),
})
