/** What came back, as far as it was kept. */
export interface SeenResponse {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One request that a connector made and what was answered: what a data source reads. */
export interface SeenExchange {
  /** The operation that was asked for; absent where the request reached none. */
  readonly operation?: string
  readonly request: {
    readonly method: string
    /** With the query string, as it was sent. */
    readonly path: string
    /** By lower-case name. */
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }
  /** Absent where none was sent. */
  readonly response?: SeenResponse
}
