import type { Continuation } from '../continuation.ts'

export const metadataIgnored: Continuation = {
  sentence: 'the metadata is ignored: the rows are those that offset and length say',
  predict: ({ keys, offset, length }) => keys.slice(offset, offset + length),
}
