import * as z from 'zod'

/** What the process that runs a configuration file says of it, on one line of JSON. */
export const ConfigAnswer = z.discriminatedUnion('kind', [
  /** What it exports; absent where it has no default export. */
  z.strictObject({ kind: z.literal('settings'), settings: z.unknown().optional() }),
  /** What it exports holds a value that is none of JSON's: where, and what it is. */
  z.strictObject({ kind: z.literal('no-json'), where: z.string(), what: z.string() }),
  /** It does not load; with what to write instead, where that is known. */
  z.strictObject({
    kind: z.literal('thrown'),
    message: z.string(),
    hint: z.string().optional(),
  }),
])
export type ConfigAnswer = z.infer<typeof ConfigAnswer>

/** The pipe that it comes through, as that process has it. */
export const ANSWERS = 3
