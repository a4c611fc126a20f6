import type { Formula } from '../formula.ts'

export const offsetIgnored: Formula = {
  sentence: 'offset is ignored: the rows are those from the beginning of the result',
  predict: ({ keys, length }) => keys.slice(0, length),
}
