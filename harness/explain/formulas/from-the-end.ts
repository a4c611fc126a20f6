import type { Formula } from '../formula.ts'

export const fromTheEnd: Formula = {
  sentence: 'the rows are counted from the end of the result, not from its beginning',
  predict: ({ keys, offset, length }) => keys.toReversed().slice(offset, offset + length),
}
