/** Where a search stands: in a state, by the data source's word for it, with a progress. */
export interface Standing {
  readonly status: string
  readonly progress: number
}

/** Those of these whose state the data source has a word for. */
export function standingsThere(
  standings: readonly (readonly [string | undefined, number])[],
): readonly Standing[] {
  return standings.flatMap(([status, progress]) =>
    status === undefined ? [] : [{ status, progress }],
  )
}
