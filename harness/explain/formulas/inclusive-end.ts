import type { Formula } from '../formula.ts'

export const inclusiveEnd: Formula = {
  sentence: 'the end is inclusive: one row too many comes back',
  predict: ({ keys, offset, length }) => keys.slice(offset, offset + length + 1),
}
