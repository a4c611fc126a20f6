import type { Formula } from '../formula.ts'

export const endAsLength: Formula = {
  sentence: 'as many rows as offset + length came back: the end is taken as the number of rows',
  predict: ({ keys, offset, length }) => keys.slice(offset, offset + offset + length),
}
