import type { Formula } from '../formula.ts'

export const windowIgnored: Formula = {
  sentence: 'offset and length are ignored: the whole result came back',
  predict: ({ keys }) => keys,
}
