import { logInsOf } from '../../../contracts/data-source/serving.ts'
import { after } from '../fields.ts'
import { codeOf, meant } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const credentialsRevokedMidSearch = defineRecipe({
  name: 'credentials-revoked-mid-search',
  says: 'After three requests the account is worth nothing any more, also to log in with.',
  correct:
    '`authentication_fail` (or `forbidden`) from then on; it does not try the same credentials again and again',
  fields: { ...after(3) },
  make(source, { after }) {
    const code = codeOf(source, 'unauthenticated', 'that nobody is logged in')
    if (typeof code === 'object') return code
    const refused = { kind: 'api-error', code } as const
    const logIns = logInsOf(source).map((operation) => ({ ...refused, operation, after: 1 }))
    const { fails } = meant(source, code, undefined, ['authentication_fail'])
    const codes = fails === 'any' ? 'any' : ([...(fails ?? []), 'forbidden'] as const)
    return { faults: [{ ...refused, after }, ...logIns], expected: { fails: codes } }
  },
})
