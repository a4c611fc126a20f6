import * as z from 'zod'
import type { Drive } from './search.ts'
import { seededBytes } from './seeded-bytes.ts'
import type { DataSetSpec } from './source.ts'

/** The most rows that can be made from a seed. */
const MOST_ROWS = 1_000_000

/** Who may ask. `permitted: false` is a known account that may not use the API: 403 instead of 401. */
export const Account = z.strictObject({
  // Basic credentials end the username at the first colon.
  username: z
    .string()
    .min(1)
    .regex(/^[^:]*$/, 'must not contain a colon'),
  password: z.string().min(1),
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be visible ASCII, since it travels in a header')
    .optional(),
  permitted: z.boolean(),
})
export type Account = z.infer<typeof Account>

const Seed = z.int()

export const Progress = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('polls'), polls: z.int().min(0) }),
  z.strictObject({ by: z.literal('clock'), milliseconds: z.number().min(0) }),
]) satisfies z.ZodType<Drive>

export const DataSet = z.union(
  [
    z.strictObject({ rows: z.int().min(0).max(MOST_ROWS), seed: Seed }),
    z.strictObject({
      data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    }),
  ],
  { error: `must be { rows: 0…${MOST_ROWS}, seed } or { data: an array of flat rows }` },
) satisfies z.ZodType<DataSetSpec>

/** Everything about the mock that can be changed while it runs. */
export const Settings = z.strictObject({
  accounts: z.array(Account).min(1),
  /** No page of results holds more rows than this, however large the limit that a client asks for. */
  maxPageSize: z.int().min(1),
  ids: z.enum(['uuid', 'awkward']),
  progress: Progress,
  dataSet: DataSet,
  /** For ids, page tokens, and faults without a seed of their own. */
  seed: Seed,
})
export type Settings = z.infer<typeof Settings>

export const PartialSettings = Settings.partial()
export type PartialSettings = z.infer<typeof PartialSettings>

/** What a mock has that was told nothing else. The one account's secrets depend on the seed alone. */
export function defaultSettings(seed = 1): Settings {
  const secret = (label: string) => seededBytes(seed, label).toString('hex', 0, 12)
  return {
    accounts: [
      {
        username: 'abc_user',
        password: `abc-pw-${secret('password')}`,
        token: `abc-token-${secret('token')}`,
        permitted: true,
      },
    ],
    maxPageSize: 1_000,
    ids: 'uuid',
    progress: { by: 'polls', polls: 2 },
    dataSet: { rows: 1_000, seed },
    seed,
  }
}

/** A copy for somebody else's hands. The rows are shared, since there may be a million and none ever changes. */
export function copyOf(settings: Settings): Settings {
  const { dataSet, ...rest } = settings
  return { ...structuredClone(rest), dataSet: { ...dataSet } }
}
