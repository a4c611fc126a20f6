/** A window of a result that `results` was asked for, with all that decides which rows are in it. */
export interface AskedWindow {
  readonly offset: number
  readonly length: number
  /** Both as the connector was given them: numbers, or decimal strings. */
  readonly asked: { readonly offset: unknown; readonly length: unknown }
  /** The keys of the full result, in its order. */
  readonly keys: readonly string[]
  /** The most rows that a page of the data source holds. */
  readonly pageSize: number
}

/** The keys that PAGE-1 asks for. */
export function rightKeys({ keys, offset, length }: AskedWindow): readonly string[] {
  return keys.slice(offset, offset + length)
}
