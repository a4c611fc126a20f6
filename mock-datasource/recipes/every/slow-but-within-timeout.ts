import { milliseconds } from '../fields.ts'
import { oneFault, RIGHT } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const slowButWithinTimeout = defineRecipe({
  name: 'slow-but-within-timeout',
  says: 'Every answer takes two seconds.',
  correct: 'the right answer: a slow one is awaited as long as the timeout allows',
  fields: { ...milliseconds(2_000) },
  make: (_source, { milliseconds }) => oneFault({ kind: 'latency', milliseconds }, RIGHT),
})
