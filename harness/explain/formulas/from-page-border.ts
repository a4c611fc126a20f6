import type { Formula } from '../formula.ts'

export const fromPageBorder: Formula = {
  sentence: 'offset was rounded down to the beginning of a page',
  predict({ keys, offset, length, pageSize }) {
    const start = Math.floor(offset / pageSize) * pageSize
    return keys.slice(start, start + length)
  },
}
