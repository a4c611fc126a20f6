import { LRUCache } from 'lru-cache'
import type { Query } from './query/query.ts'
import { type Selection, select } from './selection.ts'
import type { Source } from './source.ts'

const BYTES_KEPT = 16 * 1024 * 1024
const BYTES_OF_A_POSITION = 4
const BYTES_OF_AN_ENTRY = 200

/**
 * The selections of recent queries, shared between searches with the same query on the same rows. One
 * that was evicted is made again when it is asked for, so that searches hold no rows themselves.
 */
export class Selections {
  readonly #kept = new LRUCache<string, Selection>({ maxSize: BYTES_KEPT })
  readonly #underWay = new Map<string, Promise<Selection>>()

  /** At once where the selection is known; else after the scan. */
  of(source: Source, text: string, query: Query): Selection | Promise<Selection> {
    const key = `${source.serial}:${text}`
    return this.#kept.get(key) ?? this.#underWay.get(key) ?? this.#make(key, source, query)
  }

  async #make(key: string, source: Source, query: Query): Promise<Selection> {
    const making = select(source.dataSet, query)
    this.#underWay.set(key, making)
    try {
      const selection = await making
      const positions = query.where ? selection.total * BYTES_OF_A_POSITION : 0
      const size = positions + key.length * 2 + BYTES_OF_AN_ENTRY
      this.#kept.set(key, selection, { size })
      return selection
    } finally {
      this.#underWay.delete(key)
    }
  }
}
