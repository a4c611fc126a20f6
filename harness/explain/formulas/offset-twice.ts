import type { Formula } from '../formula.ts'

export const offsetTwice: Formula = {
  sentence: 'offset was applied twice: the rows begin at 2 × offset',
  predict: ({ keys, offset, length }) => keys.slice(2 * offset, 2 * offset + length),
}
