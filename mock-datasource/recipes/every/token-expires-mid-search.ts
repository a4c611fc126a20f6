import { logInsOf } from '../../../contracts/data-source/serving.ts'
import { page } from '../fields.ts'
import { errorAt, oneFault, pagesOf, why } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const tokenExpiresMidSearch = defineRecipe({
  name: 'token-expires-mid-search',
  says: 'What the connector logged in with is worth nothing from the second page on.',
  correct: '`authentication_fail`, or the right rows where a log-in gives out another token',
  fields: { ...page(2) },
  make(source, { page }) {
    const operation = pagesOf(source)
    if (operation === undefined) return why(`${source.title} has no pages`)
    const renewed = { fails: ['authentication_fail'], right: true } as const
    if (logInsOf(source).length > 0) {
      return oneFault({ kind: 'session-expired', page, times: 1 }, renewed)
    }
    return errorAt(source, 'unauthenticated', {
      ...{ says: 'that nobody is logged in', method: 'results', fault: { page } },
      usual: ['authentication_fail'],
    })
  },
})
