import { rightKeys } from '../asked-window.ts'
import type { Formula } from '../formula.ts'

export const wholePagesOnly: Formula = {
  sentence: 'only whole pages came back: the rows of the last, smaller one are missing',
  predict(window) {
    const rows = rightKeys(window)
    return rows.slice(0, Math.floor(rows.length / window.pageSize) * window.pageSize)
  },
}
