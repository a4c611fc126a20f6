import { LRUCache } from 'lru-cache'
import type { Selection, Selector } from './selector.ts'
import type { Source } from './source.ts'

const BYTES_KEPT = 16 * 1024 * 1024
const BYTES_OF_AN_ENTRY = 200

/**
 * The selections of recent queries, shared between searches with the same query on the same rows. One
 * that was evicted is made again when it is asked for, so that searches hold no rows themselves.
 */
export class Selections {
  readonly #kept = new LRUCache<string, Selection>({ maxSize: BYTES_KEPT })
  readonly #underWay = new Map<string, Promise<Selection>>()

  /** At once where the selection is known; else after the scan. */
  of(source: Source, text: string, selector: Selector): Selection | Promise<Selection> {
    const key = `${source.serial}:${text}`
    return this.#kept.get(key) ?? this.#underWay.get(key) ?? this.#make(key, source, selector)
  }

  async #make(key: string, source: Source, selector: Selector): Promise<Selection> {
    const making = Promise.resolve(selector.select(source.dataSet))
    this.#underWay.set(key, making)
    try {
      const selection = await making
      const size = selection.bytes + key.length * 2 + BYTES_OF_AN_ENTRY
      this.#kept.set(key, selection, { size })
      return selection
    } finally {
      this.#underWay.delete(key)
    }
  }
}
