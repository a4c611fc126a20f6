/** The row that the correct connector's metadata stands before; undefined where it is no such metadata. */
export function placeIn(metadata: unknown): number | undefined {
  const count = (metadata as { readonly result_count?: unknown } | null | undefined)?.result_count
  return typeof count === 'number' ? count : undefined
}
