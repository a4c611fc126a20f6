import * as z from 'zod'
import { SEARCH_STATUSES } from '../../envelopes.ts'
import { Text } from './text.ts'

const Means = z.enum(SEARCH_STATUSES)

/** What a state means to a connector, and where its word alone does not tell it, what else an answer says in it. */
export const DescribedState = z.union([
  Means,
  z.strictObject({
    means: Means,
    /** What stands in the place of `{{status}}`; null where the API has no word for it. Absent: its name here. */
    word: z.union([Text, z.null()]).optional(),
    /** By the names of further placeholders, what stands in their places. */
    tells: z.record(z.string().regex(/^\w+$/, 'must be a word'), z.json()).default({}),
  }),
])
export type DescribedState = z.infer<typeof DescribedState>
