import type { KnownSecrets } from './known-secrets.ts'
import { maskText } from './mask-text.ts'
import { formsFor, headersOf } from './masked-entry.ts'
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

export function glanceAt(recorded: Recorded, known: KnownSecrets): Glance {
  const { sequence, time, took, operation, madeSearch, method, response } = recorded
  const { searchId = madeSearch, fault, faultKind = '', unexpected } = recorded
  const forms = formsFor(headersOf(recorded.rawHeaders), known)
  const masked = (text: string) => maskText(text, forms).text
  return {
    sequence,
    time,
    ...(took !== undefined && { milliseconds: took }),
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
