import type { Formula } from '../formula.ts'

/** `"1" + "2"` is `"12"`, and an end of 12 where 3 was meant. */
export const concatenatedEnd: Formula = {
  sentence: 'offset and length were concatenated as text, and taken as the end',
  predict: ({ keys, offset, asked }) =>
    keys.slice(offset, Number(`${asked.offset}${asked.length}`)),
}
