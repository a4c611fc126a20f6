import { combinations } from '../combinations.ts'

/** A window of which one side is no count of rows. */
export interface ImpossibleWindow {
  readonly side: 'offset' | 'length'
  readonly value: number | string
}

/**
 * What no reading takes for a whole number of rows. Left out on purpose: a sign or spaces around digits,
 * other scripts' digits, `1e3`, `1_000` and `1.0`, which some languages' own parsers accept.
 */
const VALUES = [-1, -100, 1.5, 0.5, '-1', '1.5', 'x', '', 'ten', '1,5', '5; DROP', 'NaN', '[]']

/** Every impossible window. */
export const IMPOSSIBLE_WINDOWS: readonly ImpossibleWindow[] = combinations<ImpossibleWindow>({
  side: ['offset', 'length'],
  value: VALUES,
})
