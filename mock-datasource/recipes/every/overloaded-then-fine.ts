import { times } from '../fields.ts'
import { codeOf, meant, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const overloadedThenFine = defineRecipe({
  name: 'overloaded-then-fine',
  says: 'The data source says twice that it is not available; then it is.',
  correct: '`service_unavailable`, or the right answer where it asks again',
  fields: { ...times(2) },
  make(source, { times }) {
    const code = codeOf(source, 'unavailable', 'that it is not available')
    if (typeof code === 'object') return code
    const { fails } = meant(source, code, undefined, ['service_unavailable'])
    return oneFault({ kind: 'api-error', code, times }, { fails: fails ?? 'any', right: true })
  },
})
