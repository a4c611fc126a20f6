import { logInsOf } from '../../../contracts/data-source/serving.ts'
import { codeOf, meant, oneFault, why } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const logInRefused = defineRecipe({
  name: 'log-in-refused',
  says: 'The log-in is refused, whatever it is given.',
  correct: '`authentication_fail`; the same credentials are not tried again',
  fields: {},
  make(source) {
    const [operation] = logInsOf(source)
    if (operation === undefined)
      return why(`${source.title} has no log-in: who asks shows credentials with each request`)
    const code = codeOf(source, 'unauthenticated', 'that nobody is logged in')
    if (typeof code === 'object') return code
    const { fails } = meant(source, code, undefined, ['authentication_fail'])
    return oneFault({ kind: 'api-error', code, operation }, { fails: fails ?? 'any' })
  },
})
