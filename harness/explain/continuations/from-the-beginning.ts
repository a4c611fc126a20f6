import type { Continuation } from '../continuation.ts'

export const fromTheBeginning: Continuation = {
  sentence: 'the metadata leads to the beginning of the result',
  predict: ({ keys, length }) => keys.slice(0, length),
}
