import * as z from 'zod'

/** What the process in which Pact's verifier runs is told at its start. */
export interface VerifierTask {
  readonly pact: string
  readonly baseUrl: string
  /** PEM of what to trust besides the system's authorities. */
  readonly certificate: string | undefined
  /** Every name of a state in the pact. */
  readonly states: readonly string[]
  readonly timeoutMilliseconds: number
}

const StateParams = z.record(z.string(), z.json())
export type StateParams = z.infer<typeof StateParams>

/** What that process says. Validated, since Pact's native library writes into the same process. */
export const FromVerifier = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  /** Asks for a state to be set; answered with a StateReply of the same number. */
  z.strictObject({
    kind: z.literal('state'),
    number: z.int(),
    name: z.string(),
    params: StateParams,
  }),
  /** The provider answered the request of the interaction that is under way. */
  z.strictObject({
    kind: z.literal('answered'),
    status: z.int(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
  /** All interactions are through; `results` is what the verifier says of them, as JSON. */
  z.strictObject({ kind: z.literal('done'), results: z.string() }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
])
export type FromVerifier = z.infer<typeof FromVerifier>

/** What a state gave, or why it could not be set. */
export interface StateReply {
  readonly number: number
  readonly values?: Readonly<Record<string, string>>
  readonly problem?: string
}

/** The state that every interaction is given first, so that it is known which one is under way. */
export const INTERACTION_STATE = 'connector-contract: the interaction'

/** What the verifier writes as its result. */
export const VerifierResults = z.looseObject({
  interactionResults: z.array(
    z.looseObject({
      description: z.string(),
      result: z.string(),
      mismatch: z
        .looseObject({
          type: z.string(),
          message: z.string().optional(),
          mismatches: z
            .array(
              z.looseObject({
                type: z.string(),
                mismatch: z.string(),
                path: z.string().optional(),
                key: z.string().optional(),
              }),
            )
            .optional(),
        })
        .optional(),
    }),
  ),
})
export type VerifierResults = z.infer<typeof VerifierResults>
