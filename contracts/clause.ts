import type { Method } from './method.ts'

/** MUST fails the gate. SHOULD is reported and fails only under `--strict`. MAY is information. */
export type Level = 'MUST' | 'SHOULD' | 'MAY'

/** The families of clauses, in the order in which reports show them. */
export const FAMILIES = ['ENV', 'MODE', 'LIFE', 'PAGE', 'ERR', 'NET', 'SEC'] as const
export type Family = (typeof FAMILIES)[number]

export const FAMILY_TITLES = {
  ENV: 'Envelopes',
  MODE: 'Mode',
  LIFE: 'Life cycle',
  PAGE: 'Pagination',
  ERR: 'Error mapping',
  NET: 'Transport',
  SEC: 'Security',
} as const satisfies Record<Family, string>

/** One promise of the connector contract. */
export interface Clause {
  readonly id: `${Family}-${number}`
  /** What a violation of the clause's main sentence weighs. Its `should` sentence is always a SHOULD. */
  readonly level: Level
  /** The methods whose answers the clause speaks of. */
  readonly methods: readonly Method[]
  /** The clause as a claim, short enough for a table. */
  readonly title: string
  /** The whole clause. */
  readonly text: string
  /** What a connector should do beyond the main sentence, where the clause asks for more. */
  readonly should?: string
  /** Where the promise comes from, for a reader who wants to argue with it. */
  readonly source: string
}
