import leven from 'leven'

/** More letters apart than this, a name was hardly meant. */
const MOST_EDITS = 4

/** The one of these names that is nearest to what was written, where any is near. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, edits: leven(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.min(MOST_EDITS, name.length / 2))
    .toSorted((one, other) => one.edits - other.edits)
  return ranked[0]?.name
}
