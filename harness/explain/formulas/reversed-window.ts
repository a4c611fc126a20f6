import { rightKeys } from '../asked-window.ts'
import type { Formula } from '../formula.ts'

export const reversedWindow: Formula = {
  sentence: 'the rows are in reverse order',
  predict: (window) => rightKeys(window).toReversed(),
}
