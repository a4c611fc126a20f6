import type { Formula } from '../formula.ts'

export const oneRowTooFew: Formula = {
  sentence: 'one row too few comes back: the end lies one row too early',
  predict: ({ keys, offset, length }) => keys.slice(offset, offset + length - 1),
}
