/** How much is tried, and how. */
export interface Scope {
  /** Every seed and every candidate, rather than what is on record. */
  readonly all: boolean
  /** The tests have shown that every broken connector is caught with the first seed, and no correct one accused. */
  readonly afterTests: boolean
  /** Processes side by side. */
  readonly width: number
  /** Told how far a part has come. */
  readonly progress: (part: string, done: number, of: number) => void
}
