import * as z from 'zod'
import type { LifeCycle } from '../engine/life-cycle.ts'

/** What the control plane takes for a search of a data source with these states and ids, and for a move of one. */
export function searchSchemas({ running, terminal }: LifeCycle, id: z.ZodType<string>) {
  const status = z.enum([...running, ...terminal])
  const progress = z.int().min(0).max(100).optional()
  return {
    move: z.strictObject({ status, progress }),
    newSearch: z.strictObject({
      query: z.string().min(1),
      id: id.optional(),
      status: status.optional(),
      progress,
    }),
  }
}
