/** How much is tried, and how. */
export interface Scope {
  /** Every seed and every candidate, rather than what is on record. */
  readonly all: boolean
  /** Processes side by side. */
  readonly width: number
  /** Told how far a part has come. */
  readonly progress: (part: string, done: number, of: number) => void
}
