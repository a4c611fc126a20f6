import type { SecretEncoding } from '../../contracts/data-source/secret.ts'

/** Where in a request a secret was seen. In a header that is there for it that is as it should be. */
export interface SecretSeen {
  /** As the data source calls it. */
  readonly name: string
  readonly where: 'header' | 'url' | 'body'
  readonly encoding: SecretEncoding
}

/** One request outside the control plane and what was answered. Secrets are masked throughout. */
export interface JournalEntry {
  /** Counts requests by their arrival, from 1; goes on when the journal is cleared. */
  readonly sequence: number
  /** Milliseconds since the mock started. */
  readonly at: number
  /** The operation that was asked for; absent where the request reached none. */
  readonly operation?: string
  readonly searchId?: string
  readonly request: {
    readonly method: string
    /** With the query string, as it was sent. */
    readonly path: string
    /** By lower-case name. */
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }
  /** Absent where none was sent: not yet, or never (hang, reset). */
  readonly response?: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    /** At most the first 8 KiB; `truncated` says that there was more. */
    readonly body: string
    readonly truncated?: true
  }
  /** The id of the fault that struck. */
  readonly fault?: string
  /** Why the request is none that the API expects. */
  readonly unexpected?: string
  /** Its headers and bodies have made room for newer ones. */
  readonly bodiesDropped?: true
  readonly secrets: readonly SecretSeen[]
  readonly connection: {
    /** Counts connections from 1; requests with the same number came over the same one. */
    readonly number: number
    readonly encrypted: boolean
  }
}
