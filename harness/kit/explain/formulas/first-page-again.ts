import type { Formula } from '../formula.ts'

/** The next page is asked for as the first one was, until there are rows enough. */
export const firstPageAgain: Formula = {
  sentence: 'the first page came back again in place of the next one',
  predict({ keys, offset, length, pageSize }) {
    const rows: string[] = []
    while (rows.length < length) {
      const page = keys.slice(offset, offset + Math.min(pageSize, length - rows.length))
      rows.push(...page)
      if (page.length === 0 || offset + page.length >= keys.length) break
    }
    return rows
  },
}
