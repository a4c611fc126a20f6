import type { WindowCase } from '../kit/arbitraries/window.ts'

/**
 * Windows at which no two explanations foretell the same rows: one that fits the smallest case, which many
 * may, must fit all of these too before a report states it.
 */
export const WINDOWS_THAT_TELL: readonly WindowCase[] = [
  { rows: 9, pageSize: 4, offset: 0, length: 6 },
  { rows: 23, pageSize: 4, offset: 3, length: 9 },
  { rows: 26, pageSize: 5, offset: 1, length: 2 },
  { rows: 12, pageSize: 5, offset: 4, length: 11 },
  { rows: 26, pageSize: 3, offset: 5, length: 7 },
  { rows: 30, pageSize: 4, offset: 8, length: 3 },
  { rows: 15, pageSize: 4, offset: 2, length: 13 },
]
