import type { AskedWindow } from './asked-window.ts'

/** A window that was asked for with the metadata of an earlier call, which goes before `offset` (PAGE-6). */
export interface ContinuedWindow extends AskedWindow {
  /** The row at which the earlier call ended. */
  readonly continuesAt: number
  /** What the earlier call asked for. */
  readonly before: Pick<AskedWindow, 'offset' | 'length'>
}

/** A way in which metadata is known to lead elsewhere. */
export interface Continuation {
  readonly name: string
  /** What is wrong, as a clause of a sentence. */
  readonly sentence: string
  /** The keys that a connector with this defect returns. */
  readonly predict: (window: ContinuedWindow) => readonly string[]
  readonly example: ContinuationExample
}

/**
 * What comes back of a result of ten rows, `0` to `9`, in pages of four: a digit a row. The call before asked for
 * the rows from `before` on, and this one for the next, with an offset that it must not go by.
 */
export interface ContinuationExample {
  readonly before: { readonly offset: number; readonly length: number }
  readonly offset: number
  readonly length: number
  readonly gives: string
}
