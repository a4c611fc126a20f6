import type { KnownSecrets, Masking } from './known-secrets.ts'
import { headersOf, maskingFor } from './masked-entry.ts'
import type { Recorded } from './recorded.ts'

/** What can be seen of an exchange at a glance: no headers and no bodies. Secrets are masked. */
export interface Glance {
  readonly sequence: number
  /** When it came, by the calendar: milliseconds since 1970. */
  readonly time: number
  /** How many milliseconds it took; absent while it is under way. */
  readonly milliseconds?: number
  readonly operation?: string
  /** The search that it was about, or made. */
  readonly searchId?: string
  readonly method: string
  /** With the query string, as it was sent. */
  readonly path: string
  /** Absent where nothing was answered: not yet, or never. */
  readonly status?: number
  /** How many rows the answer held, where it was a page of a result. */
  readonly rows?: number
  /** The fault that struck. */
  readonly fault?: { readonly id: string; readonly kind: string }
  /** Why the request is none that the API expects. */
  readonly unexpected?: string
}

/** @param usual masks what the mock knows, for exchanges whose headers are not there. */
export function glanceAt(
  recorded: Recorded,
  known: KnownSecrets,
  usual: Masking = known.masking(),
): Glance {
  const { sequence, time, took, operation, madeSearch, method, response } = recorded
  const { searchId = madeSearch, fault, faultKind = '', unexpected } = recorded
  const { rawHeaders } = recorded
  const masking = rawHeaders.length === 0 ? usual : maskingFor(headersOf(rawHeaders), known)
  const masked = (text: string) => masking(text).text
  return {
    sequence,
    time,
    ...(took !== undefined && { milliseconds: Math.round(took) }),
    ...(operation !== undefined && { operation }),
    ...(searchId !== undefined && { searchId: masked(searchId) }),
    method,
    path: masked(recorded.url),
    ...(response !== undefined && { status: response.status }),
    ...(response?.rows !== undefined && { rows: response.rows }),
    ...(fault !== undefined && { fault: { id: fault, kind: faultKind } }),
    ...(unexpected !== undefined && { unexpected: masked(unexpected) }),
  }
}
