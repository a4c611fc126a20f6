import * as z from 'zod'
import type { CredentialMember, Credentials } from '../../contracts/data-source/credentials.ts'
import type { Value } from './row.ts'
import type { Drive, Ending } from './search.ts'
import { seededBytes } from './seeded-bytes.ts'
import type { DataSetSpec } from './source.ts'

/** The most rows that can be made from a seed. */
export const MOST_ROWS = 1_000_000

/** Whoever asks is held against each account. */
const MOST_ACCOUNTS = 1_000

/** Who may ask. */
export interface Account {
  /** By the names that the data source has for them. */
  readonly credentials: Readonly<Record<string, string>>
  /** False: a known account that may not use the API, which is told apart from one that is not known. */
  readonly permitted: boolean
}

const Seed = z.int()

export const Progress = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('polls'), polls: z.int().min(0) }),
  z.strictObject({ by: z.literal('clock'), milliseconds: z.number().min(0) }),
]) satisfies z.ZodType<Drive>

const EndingSetting = z.strictObject({
  status: z.string().min(1),
  progress: z.int().min(0).max(100),
}) satisfies z.ZodType<Ending>

export const DataSet = z.union(
  [
    z.strictObject({ rows: z.int().min(0).max(MOST_ROWS), seed: Seed }),
    z.strictObject({
      // How deep they may be, the data source says.
      data: z.array(z.record(z.string(), z.json() as z.ZodType<Value>)),
    }),
  ],
  { error: `must be { rows: 0…${MOST_ROWS}, seed } or { data: an array of rows }` },
) satisfies z.ZodType<DataSetSpec>

/** Everything about the mock that can be changed while it runs. */
export interface Settings {
  accounts: Account[]
  /** No page of results holds more rows than this, however large the limit that a client asks for. */
  maxPageSize: number
  ids: 'uuid' | 'awkward'
  progress: z.infer<typeof Progress>
  dataSet: z.infer<typeof DataSet>
  /** How a search ends that is made from now on, where its query does not say; absent: with all its rows. */
  ending?: Ending | undefined
  /** For ids, page tokens, and faults without a seed of their own. */
  seed: number
}

export type PartialSettings = { [Name in keyof Settings]?: Settings[Name] | undefined }

/** The schemas of settings for a data source whose callers have these credentials. */
export function settingsSchema({ members }: Pick<Credentials, 'members'>) {
  const texts = Object.entries(members).map(([name, member]) => [name, textOf(member)])
  const account = z.strictObject({
    credentials: z.strictObject(Object.fromEntries(texts)),
    permitted: z.boolean(),
  }) as unknown as z.ZodType<Account>
  return z.strictObject({
    accounts: z.array(account).min(1).max(MOST_ACCOUNTS),
    maxPageSize: z.int().min(1),
    ids: z.enum(['uuid', 'awkward']),
    progress: Progress,
    dataSet: DataSet,
    ending: EndingSetting.optional(),
    seed: Seed,
  }) satisfies z.ZodType<Settings>
}

function textOf({ optional, must }: CredentialMember): z.ZodType<string | undefined> {
  const text = z.string().min(1)
  const formed = must === undefined ? text : text.regex(new RegExp(must.pattern), must.words)
  return optional ? formed.optional() : formed
}

/** What a mock has that was told nothing else. The one account's secrets depend on the seed alone. */
export function defaultSettings({ members }: Pick<Credentials, 'members'>, seed = 1): Settings {
  const made = (label: string) => seededBytes(seed, label).toString('hex', 0, 12)
  const credentials = Object.entries(members).map(([name, { kind, usual }]) => [
    name,
    kind === 'name' ? usual : `${usual}${made(name)}`,
  ])
  return {
    accounts: [{ credentials: Object.fromEntries(credentials), permitted: true }],
    maxPageSize: 1_000,
    ids: 'uuid',
    progress: { by: 'polls', polls: 2 },
    dataSet: { rows: 1_000, seed },
    seed,
  }
}

/** A copy for somebody else's hands. The rows are shared, since there may be a million and none ever changes. */
export function copyOf(settings: Settings): Settings {
  const { accounts, progress, dataSet, ending } = settings
  // By hand: one is made for every call of a connector.
  const copied = accounts.map((each) => ({ ...each, credentials: { ...each.credentials } }))
  return {
    ...settings,
    accounts: copied,
    progress: { ...progress },
    dataSet: { ...dataSet },
    ...(ending && { ending: { ...ending } }),
  }
}
