import type { Formula } from '../formula.ts'

export const roundedToLength: Formula = {
  sentence: 'offset was rounded down to a multiple of length',
  predict({ keys, offset, length }) {
    const start = length === 0 ? offset : offset - (offset % length)
    return keys.slice(start, start + length)
  },
}
