import { stripVTControlCharacters } from 'node:util'
import { widthOf } from './width-of.ts'

/** Items side by side in rows of at most so many columns, and of at most so many items; colours take no room. */
export function inRows(
  items: readonly string[],
  columns: number,
  { gap = '  ', most = Number.POSITIVE_INFINITY }: { gap?: string; most?: number } = {},
): readonly string[] {
  const rows: string[][] = []
  let width = 0
  for (const item of items) {
    const own = widthOf(stripVTControlCharacters(item))
    const row = rows.at(-1)
    if (row !== undefined && row.length < most && width + gap.length + own <= columns) {
      row.push(item)
      width += gap.length + own
    } else {
      rows.push([item])
      width = own
    }
  }
  return rows.map((row) => row.join(gap))
}
