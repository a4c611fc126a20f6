import { lengthOf, type Reply } from '../http/reply.ts'

/** How much of a response's body is kept, in bytes. */
const RESPONSE_BYTES_KEPT = 8_192

/**
 * What the journal keeps of one exchange: references to what there is anyway, since masking and
 * formatting are paid for by whoever reads the journal, not by every request.
 */
export interface Recorded {
  readonly sequence: number
  readonly at: number
  readonly method: string
  readonly url: string
  /** Names and values in turn, as they were received. */
  readonly rawHeaders: readonly string[]
  readonly connection: { readonly number: number; readonly encrypted: boolean }
  operation?: string | undefined
  searchId?: string | undefined
  body?: Buffer | undefined
  response?: RecordedResponse | undefined
  fault?: string | undefined
  unexpected?: string | undefined
  /** Bytes that the journal has counted for this exchange. */
  size: number
}

export interface RecordedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly truncated: boolean
}

/**
 * What was sent, the first `length` bytes of the body where not all of it was. The body is copied, a large
 * one in part, since a slice of it would keep all of it in memory.
 */
export function recordedResponse(
  reply: Reply,
  headers: Readonly<Record<string, string>>,
  length = lengthOf(reply.body),
): RecordedResponse {
  const truncated = length > RESPONSE_BYTES_KEPT
  const body = Buffer.concat(reply.body, Math.min(length, RESPONSE_BYTES_KEPT))
  return { status: reply.status, headers, body, truncated }
}
