import * as z from 'zod'
import { times } from '../fields.ts'
import { FAILS_OR_RIGHT, oneFault, statusWith } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const unknownStatus = defineRecipe({
  name: 'unknown-status',
  says: 'A status that no documentation lists stands where the status should.',
  correct: 'a failure, or `RUNNING` or `ERROR`; never `COMPLETED`',
  fields: { ...times(2), word: z.string().min(1).default('PAUSED') },
  make(source, { times, word }) {
    const member = statusWith(source, 'status')
    if ('whyNot' in member) return member
    const drift = { kind: 'schema-drift', ...member, to: word, times } as const
    return oneFault(drift, { ...FAILS_OR_RIGHT, status: ['RUNNING', 'ERROR'] })
  },
})
