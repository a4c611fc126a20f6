import type { Continuation } from '../continuation.ts'

export const lengthIgnoredBehind: Continuation = {
  sentence: 'length is ignored where metadata is given: everything behind came back',
  predict: ({ keys, continuesAt }) => keys.slice(continuesAt),
}
