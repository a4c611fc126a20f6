import * as z from 'zod'

export const FORMAT = 'connector-contract recording 1'
/** What tells that a folder is a recording. */
export const HEAD = 'recording.json'
/** Where each exchange is, so that who serves a recording need not read all of it. Made anew where it does not fit. */
export const INDEX = 'index.ndjson'

export const Head = z.looseObject({
  format: z.literal(FORMAT, { error: 'was written by another version' }),
  from: z.string(),
})

export const IndexLine = z.object({
  n: z.int().min(1),
  file: z.string(),
  /** In bytes, as the length is. */
  at: z.int().min(0),
  length: z.int().min(1),
  method: z.string(),
  path: z.string(),
  /** Of the request; see `requestKey`. */
  key: z.string(),
})
export type IndexLine = z.infer<typeof IndexLine>
