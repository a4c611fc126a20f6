import type { Formula } from '../formula.ts'

export const firstRowSkipped: Formula = {
  sentence: 'the window begins one row too late',
  predict: ({ keys, offset, length }) => keys.slice(offset + 1, offset + 1 + length),
}
