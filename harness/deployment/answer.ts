/** What a data source answered, whatever it is. */
export interface Answer {
  readonly status: number
  /** By lower-case name; what is there more than once, joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown
}
