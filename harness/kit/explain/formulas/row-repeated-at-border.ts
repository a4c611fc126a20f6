import type { Formula } from '../formula.ts'

/** The next page is asked for from the last row of the one before. Pages of one row then never end. */
export const rowRepeatedAtBorder: Formula = {
  sentence: 'the last row of each page comes back again at the beginning of the next',
  predict({ keys, offset, length, pageSize }) {
    if (pageSize === 1 && length > 1) return undefined
    const rows: string[] = []
    for (let start = offset; rows.length < length && start < keys.length; ) {
      const page = keys.slice(start, start + Math.min(pageSize, length - rows.length))
      rows.push(...page)
      if (start + page.length >= keys.length) break
      start += page.length - 1
      if (page.length === 1) break
    }
    return rows
  },
}
