import * as z from 'zod'
import { ErrorCode } from './error-code.ts'
import type { Method } from './method.ts'

/** What `status` may say of a search. */
export const SEARCH_STATUSES = ['COMPLETED', 'ERROR', 'CANCELED', 'TIMEOUT', 'RUNNING'] as const
export const SearchStatus = z.enum(SEARCH_STATUSES)
export type SearchStatus = z.infer<typeof SearchStatus>

const JsonObject = z.record(z.string(), z.unknown())

/** Records as a string: what stix-shifter's guide shows. The parsed array is what the schema gives. */
export const RecordsAsText = z.string().transform((text, context) => {
  try {
    return z.array(JsonObject).parse(JSON.parse(text))
  } catch {
    context.addIssue({ code: 'custom', message: 'not an array of JSON objects, written as JSON' })
    return z.NEVER
  }
})

/**
 * The rows of a `results` answer: an array of JSON objects, or a string that holds such an array as
 * JSON. Parsing gives the array in both cases.
 */
export const Records = z.union([z.array(JsonObject), RecordsAsText])

/** The failure envelope of every method but `is_async`. Extra keys are allowed here and everywhere. */
export const FailureEnvelope = z.looseObject({
  success: z.literal(false),
  error: z.string().min(1),
  code: ErrorCode,
})
export type FailureEnvelope = z.infer<typeof FailureEnvelope>

export const PingEnvelope = z.looseObject({ success: z.literal(true) })
export const IsAsyncAnswer = z.boolean()
export const QueryEnvelope = z.looseObject({
  success: z.literal(true),
  search_id: z.string().min(1),
})
export const StatusEnvelope = z.looseObject({
  success: z.literal(true),
  status: SearchStatus,
  progress: z.int().min(0).max(100),
  metadata: z.unknown().optional(),
})
export const ResultsEnvelope = z.looseObject({
  success: z.literal(true),
  data: Records,
  metadata: z.unknown().optional(),
})
export const DeleteEnvelope = z.looseObject({ success: z.literal(true) })

/** The success envelope of each method. `is_async` answers a bare boolean instead. */
export const SUCCESS_ENVELOPES = {
  ping: PingEnvelope,
  is_async: IsAsyncAnswer,
  query: QueryEnvelope,
  status: StatusEnvelope,
  results: ResultsEnvelope,
  delete: DeleteEnvelope,
} as const satisfies Record<Method, z.ZodType>

/** The keys that only one outcome carries; ENV-2 says that the other outcome should not have them. */
export const KEYS_OF_SUCCESS = ['search_id', 'data', 'status'] as const
export const KEYS_OF_FAILURE = ['error', 'code'] as const
