import type { PagingStyle } from './paging-style.ts'

/** Every result comes whole. */
export function whole(): PagingStyle {
  return {
    placeholders: [],
    needed: [],
    tellsPlace: false,
    mayBeShort: false,
    facts: { style: 'whole', words: {}, next: 'nothing' },
    wanted: () => ({ offset: 0, limit: Number.POSITIVE_INFINITY }),
    values: () => ({}),
    asks: () => [],
    read: () => ({ place: 0 }),
  }
}
