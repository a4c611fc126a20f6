import type { Formula } from '../formula.ts'

export const lengthIgnored: Formula = {
  sentence: 'length is ignored: everything from offset on came back',
  predict: ({ keys, offset }) => keys.slice(offset),
}
