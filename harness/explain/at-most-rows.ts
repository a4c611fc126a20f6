import { isDeepStrictEqual } from 'node:util'
import { rightKeys } from './asked-window.ts'
import type { Explainer } from './explainer.ts'
import { startOf } from './observation.ts'

/** Numbers at which people and libraries cut lists. */
const USUAL = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000]
const MORE = 5

/** A cut at so many rows a call, however many are asked for and however they are paged. */
export const atMostRows: readonly Explainer[] = USUAL.map((most) => ({
  sentence: `no more than ${most} rows come back in one call`,
  judge({ window, rows }) {
    const right = rightKeys({ ...window, offset: startOf(window) })
    if (!isDeepStrictEqual(rows, right.slice(0, most))) return 'contradicts'
    return right.length > most ? 'shows' : 'agrees'
  },
  // In one page and in several, so that a cap on pages or on their size is not taken for one on rows.
  windows: [most + MORE, Math.ceil(most / 2)].flatMap((pageSize) => [
    { rows: most + 4 * MORE, pageSize, offset: 1, length: most + MORE },
    { rows: most + 4 * MORE, pageSize, offset: MORE, length: most + 2 * MORE },
    { rows: most + 4 * MORE, pageSize, offset: MORE, length: most - 1 },
  ]),
}))
