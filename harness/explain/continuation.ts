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
  /** What is wrong, as a clause of a sentence. */
  readonly sentence: string
  /** The keys that a connector with this defect returns. */
  readonly predict: (window: ContinuedWindow) => readonly string[]
}
