import { rightKeys } from '../asked-window.ts'
import type { Formula } from '../formula.ts'

/** The data source was asked for the window, and its rows were cut by offset once more. */
export const offsetTwiceWithinWindow: Formula = {
  sentence: 'offset was applied twice: to the result, and again to the window cut from it',
  predict: (window) => rightKeys(window).slice(window.offset),
}
