import { after } from '../fields.ts'
import { FAILS_OR_RIGHT, statusWith } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const progressGoesBack = defineRecipe({
  name: 'progress-goes-back',
  says: 'The third status call finds the search less far than the second did.',
  correct: 'what the data source says; a connector need not hide it, and must not fail to complete',
  fields: { ...after(2) },
  make(source, { after }) {
    const member = statusWith(source, 'progress')
    if ('whyNot' in member) return member
    const to = source.writes.progress === 'fraction' ? 0.01 : 1
    const drift = { kind: 'schema-drift', ...member, to, after, times: 1 } as const
    return {
      settings: { progress: { by: 'polls', polls: 4 } },
      faults: [drift],
      expected: FAILS_OR_RIGHT,
    }
  },
})
