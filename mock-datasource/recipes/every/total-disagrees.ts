import * as z from 'zod'
import type { FaultSpec } from '../../faults/fault-spec.ts'
import { anomaly } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const totalDisagrees = defineRecipe({
  name: 'total-disagrees',
  says: 'The total that a page tells is not the number of rows that there are.',
  correct: 'a failure, or the exact rows',
  fields: {
    by: z
      .int()
      .refine((by) => by !== 0, 'must not be 0')
      .default(1),
  },
  make: (source, { by }) => anomaly(source, 'wrong-total', { by } as Partial<FaultSpec>),
})
