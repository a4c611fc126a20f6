/** The middle one; of an even number, the mean of the middle two. Throws if there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('no values to take a median of')
  return (lower + upper) / 2
}

/** How far the middle half of the values reaches to either side, as a share of their median. Throws if there is none. */
export function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0
  return (at(0.75) - at(0.25)) / 2 / Math.abs(median(values))
}
