import type { Continuation } from '../continuation.ts'

export const offsetOnTop: Continuation = {
  sentence: 'offset is added to where the metadata continues',
  predict: ({ keys, continuesAt, offset, length }) =>
    keys.slice(continuesAt + offset, continuesAt + offset + length),
}
