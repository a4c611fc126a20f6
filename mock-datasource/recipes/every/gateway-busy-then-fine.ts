import { times } from '../fields.ts'
import { FAILS_OR_RIGHT, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const gatewayBusyThenFine = defineRecipe({
  name: 'gateway-busy-then-fine',
  says: 'A gateway in front answers with a bare 502 twice; the next requests come through.',
  correct: 'a failure, best `service_unavailable`, or the right answer where it asks again',
  fields: { ...times(2) },
  make: (_source, { times }) =>
    oneFault({ kind: 'http-status', status: 502, times }, FAILS_OR_RIGHT),
})
