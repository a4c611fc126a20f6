import * as z from 'zod'
import type { FaultSpec } from '../../faults/fault-spec.ts'
import { anomaly, RIGHT } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const shortPages = defineRecipe({
  name: 'short-pages',
  says: 'Pages hold fewer rows than asked for, which the data source may do.',
  correct: 'the exact rows: it asks on until it has as many as it was asked for',
  fields: { rows: z.int().min(1).default(2) },
  make: (source, { rows }) => anomaly(source, 'short-page', { rows } as Partial<FaultSpec>, RIGHT),
})
