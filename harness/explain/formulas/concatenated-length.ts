import type { Formula } from '../formula.ts'

export const concatenatedLength: Formula = {
  sentence: 'offset and length were concatenated as text, and taken as the number of rows',
  predict: ({ keys, offset, asked }) =>
    keys.slice(offset, offset + Number(`${asked.offset}${asked.length}`)),
}
