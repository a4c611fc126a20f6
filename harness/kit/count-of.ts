/** An `offset` or `length` that is one: a whole number from 0, or its decimal digits (PAGE-4); else undefined. */
export function countOf(given: unknown): number | undefined {
  const isCount =
    typeof given === 'string'
      ? /^[0-9]+$/.test(given)
      : Number.isInteger(given) && Number(given) >= 0
  return isCount ? Number(given) : undefined
}
