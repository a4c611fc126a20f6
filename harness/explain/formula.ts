import type { AskedWindow } from './asked-window.ts'

/** A way in which windows are known to go wrong, exact enough to foretell every row. */
export interface Formula {
  /** What is wrong, as a clause of a sentence: "the end is inclusive". */
  readonly sentence: string
  /** The keys that a connector with this defect returns; undefined where the formula does not say. */
  readonly predict: (window: AskedWindow) => readonly string[] | undefined
}
