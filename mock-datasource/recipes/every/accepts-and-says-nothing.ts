import { after } from '../fields.ts'
import { FAILS, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const acceptsAndSaysNothing = defineRecipe({
  name: 'accepts-and-says-nothing',
  says: 'Connections are accepted, and nothing is ever said over them.',
  correct: 'a failure within the timeout, best `service_unavailable`',
  fields: { ...after(0) },
  make: (_source, { after }) => oneFault({ kind: 'silent-connection', after }, FAILS),
})
