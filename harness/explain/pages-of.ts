import { type AskedWindow, rightKeys } from './asked-window.ts'

/** The pages in which a data source gives a window to a connector that asks for what is missing. */
export function pagesOf(
  window: AskedWindow,
): readonly { readonly keys: readonly string[]; readonly end: number }[] {
  const { offset, pageSize } = window
  const rows = rightKeys(window)
  return Array.from({ length: Math.ceil(rows.length / pageSize) }, (_, page) => {
    const keys = rows.slice(page * pageSize, (page + 1) * pageSize)
    return { keys, end: offset + page * pageSize + keys.length }
  })
}
