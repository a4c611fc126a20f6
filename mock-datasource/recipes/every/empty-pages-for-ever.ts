import { anomaly } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const emptyPagesForEver = defineRecipe({
  name: 'empty-pages-for-ever',
  says: 'Every page is empty and leads on to another.',
  correct:
    'a failure, or the exact rows where it gets by; no more requests than offset + length + 10',
  fields: {},
  make: (source) => anomaly(source, 'empty-pages', {}),
})
