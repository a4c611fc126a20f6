import type { AskedWindow } from './asked-window.ts'
import type { Formula } from './formula.ts'

/** What a loop over pages knows when it decides where the next page begins. */
export interface Walk {
  /** Where the latest page began, and how many rows were asked for and came. */
  readonly start: number
  readonly asked: number
  readonly came: number
  /** Rows that came in all. */
  readonly rows: number
}

/** A row of the table of formulas, by where the next page begins. */
interface WalkedRow extends Omit<Formula, 'predict'> {
  readonly next: (walk: Walk, window: AskedWindow) => number
}

/**
 * The formulas of a loop over pages that goes on at the wrong row: one for loops that end where the API
 * says so, one for those that end at an empty page. Either asks for the rows that it still lacks.
 */
export function walked({ next, ...row }: WalkedRow): readonly Formula[] {
  return [true, false].map((byToken) => ({
    ...row,
    name: byToken ? row.name : `${row.name}-to-an-empty-page`,
    predict: (window) => walk(window, next, byToken),
  }))
}

function walk(window: AskedWindow, next: WalkedRow['next'], byToken: boolean): readonly string[] {
  const { keys, length, pageSize } = window
  const rows: string[] = []
  let start = window.offset
  while (rows.length < length) {
    const asked = length - rows.length
    const page = keys.slice(start, start + Math.min(pageSize, asked))
    rows.push(...page)
    if (page.length === 0 || (byToken && start + page.length >= keys.length)) break
    start = Math.max(0, next({ start, asked, came: page.length, rows: rows.length }, window))
  }
  return rows
}
