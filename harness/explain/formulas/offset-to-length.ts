import type { Formula } from '../formula.ts'

/** `rows[offset:length]`: the commonest of all, since languages slice by an end and not by a length. */
export const offsetToLength: Formula = {
  sentence: 'rows returned are [offset:length] of the result: length is taken as the end',
  predict: ({ keys, offset, length }) => keys.slice(offset, length),
}
