import { rightKeys } from '../asked-window.ts'
import type { Formula } from '../formula.ts'

export const lastRowMissing: Formula = {
  sentence: 'the last row of the result is missing',
  predict: (window) => rightKeys({ ...window, keys: window.keys.slice(0, -1) }),
}
