import type { Source } from '../../engine/source.ts'

/** A result, and to whom its page tokens belong. */
export interface Result {
  readonly source: Source
  readonly query: string
  readonly owner: string
}
