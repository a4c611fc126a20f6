import type { GivenDeclarations } from '../../contracts/declarations.ts'
import { odd } from './support/odd.ts'

export const declarations: GivenDeclarations = { delete: 'no-op' }

export default odd({
  oddity: 'a `delete` that only answers, and is declared so',
  connector: () => ({ delete: async () => ({ success: true }) }),
})
