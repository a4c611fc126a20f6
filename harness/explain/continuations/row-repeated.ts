import type { Continuation } from '../continuation.ts'

export const rowRepeated: Continuation = {
  sentence: 'the metadata continues one row too early: the last row comes back again',
  predict: ({ keys, continuesAt, length }) => keys.slice(continuesAt - 1, continuesAt - 1 + length),
}
