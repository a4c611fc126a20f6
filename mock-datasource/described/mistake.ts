/** Something in a description that cannot be. */
export interface Mistake {
  /** Where: `operations.create.answer`. */
  readonly place: string
  /** What stands there, or is missing: `"paing" is unknown`. */
  readonly found: string
  /** The word at fault, where others could stand in its place. */
  readonly written?: string
  readonly allowed?: readonly string[]
}
