import { rightKeys } from '../asked-window.ts'
import type { Formula } from '../formula.ts'

export const firstPageOnly: Formula = {
  sentence: 'only the first page came back',
  predict: (window) => rightKeys(window).slice(0, window.pageSize),
}
