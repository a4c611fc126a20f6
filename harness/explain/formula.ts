import type { AskedWindow } from './asked-window.ts'

/** A way in which windows are known to go wrong, exact enough to foretell every row. */
export interface Formula {
  readonly name: string
  /** What is wrong, as a clause of a sentence: "the end is inclusive". `{next}` is what leads to the next page. */
  readonly sentence: string
  /** The keys that a connector with this defect returns; undefined where the formula does not say. */
  readonly predict: (window: AskedWindow) => readonly string[] | undefined
  readonly example: FormulaExample
}

/** What comes back of a result of ten rows, `0` to `9`, in pages of four: a digit a row. */
export interface FormulaExample {
  readonly offset: number
  readonly length: number
  readonly gives: string
}
