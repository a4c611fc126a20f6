import type { Formula } from '../formula.ts'

export const notCutToLength: Formula = {
  sentence: 'the rows are not cut to length: the last page came back whole',
  predict: ({ keys, offset, length, pageSize }) =>
    keys.slice(offset, offset + Math.ceil(length / pageSize) * pageSize),
}
