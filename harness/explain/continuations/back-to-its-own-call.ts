import type { Continuation } from '../continuation.ts'

export const backToItsOwnCall: Continuation = {
  sentence: 'the metadata leads back to where the call began that returned it',
  predict: ({ keys, before, length }) => keys.slice(before.offset, before.offset + length),
}
