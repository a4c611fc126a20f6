import * as z from 'zod'

/** A state that the provider must be in before the request of an interaction. */
export const PactProviderState = z.looseObject({
  name: z.string().min(1),
  params: z.record(z.string(), z.json()).optional(),
})
export type PactProviderState = z.infer<typeof PactProviderState>

/** Rules or generators of one part of a message, by the place in it. */
const ByPart = z.record(z.string(), z.unknown())

/** Every value that a header or a query parameter comes with. */
const Values = z.record(z.string(), z.array(z.string()))

export const PactBody = z.looseObject({
  content: z.unknown(),
  contentType: z.string().optional(),
  encoded: z.union([z.boolean(), z.string()]).optional(),
})

export const PactRequest = z.looseObject({
  method: z.string().min(1),
  path: z.string().min(1),
  query: Values.optional(),
  headers: Values.optional(),
  body: PactBody.optional(),
  matchingRules: ByPart.optional(),
  generators: ByPart.optional(),
})
export type PactRequest = z.infer<typeof PactRequest>

export const PactResponse = z.looseObject({
  status: z.int().min(100).max(599),
  headers: Values.optional(),
  body: PactBody.optional(),
  matchingRules: ByPart.optional(),
  generators: ByPart.optional(),
})
export type PactResponse = z.infer<typeof PactResponse>

/** One request of a consumer and what it expects to be answered. */
export const PactInteraction = z.looseObject({
  type: z.literal('Synchronous/HTTP', { error: 'must be an interaction over HTTP' }),
  description: z.string().min(1),
  providerStates: z.array(PactProviderState).optional(),
  request: PactRequest,
  response: PactResponse,
})
export type PactInteraction = z.infer<typeof PactInteraction>

/** A Pact file of specification 4: https://github.com/pact-foundation/pact-specification, version 4. */
export const PactFile = z.looseObject({
  consumer: z.looseObject({ name: z.string().min(1) }),
  provider: z.looseObject({ name: z.string().min(1) }),
  interactions: z.array(PactInteraction),
  metadata: z.looseObject({
    pactSpecification: z.looseObject({ version: z.string().regex(/^4(\.|$)/) }),
  }),
})
export type PactFile = z.infer<typeof PactFile>
