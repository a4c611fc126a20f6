import type { Continuation } from '../continuation.ts'

export const rowSkipped: Continuation = {
  sentence: 'the metadata continues one row too late',
  predict: ({ keys, continuesAt, length }) => keys.slice(continuesAt + 1, continuesAt + 1 + length),
}
