import type { Figure } from './figure.ts'

/** Figures that are aimed at something and vary more than this are measured again: the machine had other things to do. */
const MARGIN = 0.1
/** So often at most: what varies all the same does so by itself. */
const MOST_AGAIN = 1

export interface Steady {
  readonly figures: readonly Figure[]
  /** How often it was measured again. */
  readonly again: number
}

/** Measures until the figures that matter do not vary much, and gives those that varied least. */
export async function steady(measure: () => Promise<readonly Figure[]>): Promise<Steady> {
  let best = await measure()
  let again = 0
  while (variation(best) > MARGIN && again < MOST_AGAIN) {
    again += 1
    const next = await measure()
    if (variation(next) < variation(best)) best = next
  }
  return { figures: best, again }
}

/** How much the figure with a target varies that does so most. */
function variation(figures: readonly Figure[]): number {
  const spreads = figures.flatMap(({ met, spread }) =>
    met === undefined || spread === undefined ? [] : [spread],
  )
  return Math.max(0, ...spreads)
}
