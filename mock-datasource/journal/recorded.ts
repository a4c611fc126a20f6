import { lengthOf, type Reply, type ReplyHeaders } from '../http/reply.ts'
import { joined } from '../http/send.ts'

/** How much of a response's body is kept, in bytes. */
const RESPONSE_BYTES_KEPT = 8_192

/**
 * What the journal keeps of one exchange: references to what there is anyway, since masking and
 * formatting are paid for by whoever reads the journal, not by every request.
 */
export interface Recorded {
  readonly sequence: number
  readonly at: number
  /** When it came, by the calendar: milliseconds since 1970. For people to see, and nothing else. */
  readonly time: number
  /** How long it took, in milliseconds. */
  took?: number | undefined
  readonly method: string
  readonly url: string
  /** Names and values in turn, as they were received. */
  readonly rawHeaders: readonly string[]
  readonly connection: { readonly number: number; readonly encrypted: boolean }
  operation?: string | undefined
  searchId?: string | undefined
  /** The search that it has made. */
  madeSearch?: string | undefined
  body?: Buffer | undefined
  response?: RecordedResponse | undefined
  fault?: string | undefined
  /** What kind of fault that was. */
  faultKind?: string | undefined
  unexpected?: string | undefined
  /** Its headers and bodies are no longer kept. */
  bodiesDropped?: boolean
}

export interface RecordedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: readonly Buffer[]
  /** How many bytes of the body are to be kept. */
  readonly kept: number
  /** Whether more went out than that. */
  readonly truncated: boolean
  readonly rows?: number | undefined
}

/** What was sent, the first `length` bytes of the body where not all of it was. */
export function recordedResponse(
  { status, body, facts }: Reply,
  headers: ReplyHeaders,
  length = lengthOf(body),
): RecordedResponse {
  const kept = Math.min(length, RESPONSE_BYTES_KEPT)
  return {
    status,
    headers: joined(headers),
    body,
    kept,
    truncated: length > kept,
    rows: facts?.rows,
  }
}
