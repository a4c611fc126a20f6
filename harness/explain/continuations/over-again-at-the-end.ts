import type { Continuation } from '../continuation.ts'

/** Whoever follows it to its end comes to none. */
export const overAgainAtTheEnd: Continuation = {
  sentence: 'the metadata at the end of the result leads back to its beginning',
  predict: ({ keys, continuesAt, length }) => {
    const start = continuesAt >= keys.length ? 0 : continuesAt
    return keys.slice(start, start + length)
  },
}
