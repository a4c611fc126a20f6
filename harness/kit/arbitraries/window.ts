import fc from 'fast-check'

/** A window of a result, over a data source of so many rows that pages them so. */
export interface WindowCase {
  readonly rows: number
  readonly pageSize: number
  readonly offset: number
  readonly length: number
}

export const MOST_ROWS = 40
const LARGEST_PAGE = 12

/** Any window of at least one row, inside the result, across its end or behind it. */
export const windowCase: fc.Arbitrary<WindowCase> = fc.record({
  rows: fc.nat({ max: MOST_ROWS }),
  pageSize: fc.integer({ min: 1, max: LARGEST_PAGE }),
  offset: fc.nat({ max: MOST_ROWS + 5 }),
  length: fc.integer({ min: 1, max: MOST_ROWS + 10 }),
})

/** Windows at which off-by-one errors, page borders and page caps show. */
export const TELLING_WINDOWS: readonly WindowCase[] = [
  { rows: 1, pageSize: 10, offset: 0, length: 1 },
  { rows: 3, pageSize: 10, offset: 1, length: 1 },
  { rows: 10, pageSize: 10, offset: 0, length: 10 },
  { rows: 12, pageSize: 5, offset: 0, length: 12 },
  { rows: 12, pageSize: 5, offset: 4, length: 2 },
  { rows: 12, pageSize: 5, offset: 5, length: 5 },
  { rows: 12, pageSize: 5, offset: 7, length: 20 },
  { rows: 12, pageSize: 1, offset: 2, length: 9 },
  { rows: 5, pageSize: 5, offset: 5, length: 1 },
  { rows: 0, pageSize: 5, offset: 0, length: 1 },
]
