import * as z from 'zod'

/** The part of an exchange that shows an observation. Rows are counted, never shown. */
export const Evidence = z.strictObject({
  /** Method and path, and whose credentials went along where they were not the right ones. */
  request: z.string(),
  /** Absent where no answer came whole; `problem` then says why. */
  status: z.int().optional(),
  /** Those of its headers that matter. */
  headers: z.record(z.string(), z.string()).optional(),
  /** On one line, and cut where it is long. */
  body: z.string().optional(),
  problem: z.string().optional(),
})
export type Evidence = z.infer<typeof Evidence>

/** What was seen of one thing, and thereby how it is compared. All plain JSON. */
export const Seen = z.discriminatedUnion('kind', [
  /** Must be equal. */
  z.strictObject({ kind: z.literal('exact'), value: z.json() }),
  /** Statuses in the order in which they were seen; how many are seen depends on how fast a search is. */
  z.strictObject({ kind: z.literal('order'), value: z.array(z.string()) }),
  /** The rows of the largest page; `isLeast` where a larger page may be possible. */
  z.strictObject({ kind: z.literal('size'), value: z.int(), isLeast: z.boolean() }),
  /** The types that values of a field have, without the rows that have none. */
  z.strictObject({
    kind: z.literal('types'),
    value: z.array(z.string()),
    isEverywhere: z.boolean(),
  }),
  /** By field, how rows say that it has no value. */
  z.strictObject({ kind: z.literal('gaps'), value: z.record(z.string(), z.array(z.string())) }),
  /** Forms of which any may occur; one in common is enough. */
  z.strictObject({ kind: z.literal('forms'), value: z.array(z.string()) }),
  /** It could not be seen. */
  z.strictObject({ kind: z.literal('unknown'), reason: z.string() }),
])
export type Seen = z.infer<typeof Seen>

/** One observation at one side. The same thing has the same probe and facet at both. */
export interface Observed {
  /** What was tried: `no credentials`. */
  readonly probe: string
  /** What of it was looked at: `HTTP status`. */
  readonly facet: string
  readonly seen: Seen
  readonly evidence?: Evidence
}
