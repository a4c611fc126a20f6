export const ROWS_OF_A_PAGE = 100

/** `count` results pages of a search, one after the other from row `first` on. */
export function pagesFrom(first: number, count: number, id: string): string[] {
  return Array.from({ length: count }, (_page, index) => page(id, first + index * ROWS_OF_A_PAGE))
}

/** `count` pages spread evenly over a result of `rows` rows, the first and the last among them. */
export function pagesOver(rows: number, count: number, id: string): string[] {
  const step = (rows - ROWS_OF_A_PAGE) / (count - 1)
  return Array.from({ length: count }, (_page, index) => page(id, Math.round(index * step)))
}

function page(id: string, offset: number): string {
  return `/searches/${id}/results?offset=${offset}&limit=${ROWS_OF_A_PAGE}`
}
