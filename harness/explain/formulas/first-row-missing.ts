import { rightKeys } from '../asked-window.ts'
import type { Formula } from '../formula.ts'

/** As when a header line is cut off that the data source does not send. */
export const firstRowMissing: Formula = {
  sentence: 'the first row of the window is missing',
  predict: (window) => rightKeys(window).slice(1),
}
