import type { Formula } from '../formula.ts'

export const offsetAsPageNumber: Formula = {
  sentence: 'offset is taken as the number of a page of length rows',
  predict: ({ keys, offset, length }) => keys.slice(offset * length, (offset + 1) * length),
}
