import type { Continuation } from '../continuation.ts'

/** The token of the data source's page was kept, though the call ended in the middle of that page. */
export const restOfPageLost: Continuation = {
  sentence: 'the metadata continues at the next page of the data source: rows before it are lost',
  predict({ keys, before, length, pageSize }) {
    const start = before.offset + Math.ceil(before.length / pageSize) * pageSize
    return keys.slice(start, start + length)
  },
}
