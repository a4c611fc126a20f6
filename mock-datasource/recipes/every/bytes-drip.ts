import { milliseconds } from '../fields.ts'
import { oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const bytesDrip = defineRecipe({
  name: 'bytes-drip',
  says: 'Answers come byte by byte, which takes longer than any timeout in all and never long for the next byte.',
  correct: 'a failure within the timeout, best `service_unavailable`',
  fields: { ...milliseconds(200) },
  make: (_source, { milliseconds }) => oneFault({ kind: 'drip', milliseconds }, { fails: 'any' }),
})
