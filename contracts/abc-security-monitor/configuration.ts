import * as z from 'zod'

/** Who asks ABC Security Monitor: HTTP's Basic credentials. */
export const AbcConfiguration = z.looseObject({
  auth: z.looseObject({ username: z.string(), password: z.string() }),
})
export type AbcConfiguration = z.infer<typeof AbcConfiguration>
