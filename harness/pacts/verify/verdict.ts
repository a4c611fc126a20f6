import type { PactInteraction } from '../../../contracts/pact-file.ts'

/** A place in which an answer is not what the pact says. */
export interface Mismatch {
  /** `status`, `header Location`, or a path into the body such as `$.code`. */
  readonly where: string
  readonly message: string
}

/** What the provider answered. */
export interface ProviderAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What came of one interaction of a pact. */
export type InteractionVerdict = { readonly interaction: PactInteraction } & (
  | { readonly outcome: 'held' }
  | {
      readonly outcome: 'mismatched'
      readonly mismatches: readonly Mismatch[]
      /** Absent where no answer came. */
      readonly answer?: ProviderAnswer
    }
  /** It could have been tried, but the provider could not be brought into its state. */
  | { readonly outcome: 'no-state'; readonly reason: string }
  /** It was not to be tried on this provider. */
  | { readonly outcome: 'left-out'; readonly reason: string }
)

/** What came of one pact. */
export interface PactVerdict {
  /** The file, as it was named. */
  readonly path: string
  readonly consumer: string
  readonly provider: string
  readonly interactions: readonly InteractionVerdict[]
}

/**
 * The exit code of a verification. 1: the provider does not do what a pact says. 3: something could not be
 * tried that should have been, or nothing was tried at all.
 */
export function exitCodeOfPacts(verdicts: readonly PactVerdict[]): 0 | 1 | 3 {
  const all = verdicts.flatMap(({ interactions }) => interactions)
  const count = (outcome: InteractionVerdict['outcome']) =>
    all.filter((each) => each.outcome === outcome).length
  if (count('mismatched') > 0) return 1
  const nothingTried = verdicts.some(({ interactions }) =>
    interactions.every(({ outcome }) => outcome === 'left-out'),
  )
  return count('no-state') > 0 || nothingTried ? 3 : 0
}
