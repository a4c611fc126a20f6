import { rightKeys } from '../asked-window.ts'
import type { Formula } from '../formula.ts'

/** The next page is asked for from one row behind where it begins. */
export const rowSkippedAtBorder: Formula = {
  sentence: 'one row is skipped at each border between pages',
  predict(window) {
    const { keys, offset, length, pageSize } = window
    const behind = keys.slice(offset).filter((_, index) => index % (pageSize + 1) < pageSize)
    return length <= pageSize ? rightKeys(window) : behind.slice(0, length)
  },
}
