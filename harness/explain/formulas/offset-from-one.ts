import type { Formula } from '../formula.ts'

/** Says nothing about offset 0, which is then no row at all. */
export const offsetFromOne: Formula = {
  sentence: 'offset counts from 1: the window begins one row too early',
  predict: ({ keys, offset, length }) =>
    offset === 0 ? undefined : keys.slice(offset - 1, offset - 1 + length),
}
