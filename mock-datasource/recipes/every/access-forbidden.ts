import { codeOf, meant, oneFault } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const accessForbidden = defineRecipe({
  name: 'access-forbidden',
  says: 'The account is known and may not do what is asked.',
  correct: '`forbidden` (or `authentication_fail`)',
  fields: {},
  make(source) {
    const code = codeOf(source, 'forbidden', 'that something is not allowed')
    if (typeof code === 'object') return code
    return oneFault(
      { kind: 'api-error', code },
      meant(source, code, undefined, ['forbidden', 'authentication_fail']),
    )
  },
})
