import { codeOf, meant, oneFault, why } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const errorUnder200 = defineRecipe({
  name: 'error-under-200',
  says: 'An error is reported under the status of a success.',
  correct: 'a failure, with the code that the error means',
  fields: {},
  make(source) {
    const code = codeOf(source, 'general', 'that something has gone wrong')
    if (typeof code === 'object') return code
    if (source.errors.codes === 'statuses')
      return why(`the errors of ${source.title} are known by their status`)
    return oneFault(
      { kind: 'api-error', code, http: 200 },
      meant(source, code, undefined, ['unknown']),
    )
  },
})
