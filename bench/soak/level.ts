import { aimed, type Figure } from '../figure.ts'
import { median } from '../median.ts'

/** With fewer rounds there is nothing to compare: the first third is for what only grows at first. */
export const FEWEST_ROUNDS = 6

/** One value that is to stay level, as it was seen round after round. */
export interface Seen {
  readonly what: string
  readonly values: readonly number[]
  /** By how much the last third may be above the second: as a ratio, and beside that in the value's own unit. */
  readonly ratio: number
  readonly beside: number
  show(value: number): string
}

/** Whether the last third of what was seen is no higher than the second. It takes `FEWEST_ROUNDS`. */
export function levelOf({ what, values, ratio, beside, show }: Seen): Figure {
  const third = Math.floor(values.length / 3)
  const before = median(values.slice(third, 2 * third))
  const last = median(values.slice(2 * third))
  return aimed(`${what}: last third`, last, { atMost: before * ratio + beside }, show)
}
