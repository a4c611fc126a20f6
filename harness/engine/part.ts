/**
 * A part of what a check tries: its listed cases, or those that are always tried, and of its made ones those
 * from one place to another. Listed ones stay together: where one of them fails, the others say how far that
 * reaches.
 */
export interface Part {
  readonly listed: boolean
  /** Of the made cases, counted from 0: the first one, and the first one that no longer belongs to it. */
  readonly from: number
  readonly to: number
}

/** The part of one check. */
export interface CheckPart extends Part {
  readonly check: string
}

/** Orders the parts of a check as an undivided run would try them. */
export function byPlace(one: Part, other: Part): number {
  return Number(other.listed) - Number(one.listed) || one.from - other.from
}

/** A part in words: `PAGE-1, the listed cases and made ones 0 to 11`. */
export function partWords({ check, listed, from, to }: CheckPart): string {
  const made = to > from ? [`made ones ${from} to ${to - 1}`] : []
  const words = [...(listed ? ['the listed cases'] : []), ...made]
  return `${check}, ${words.join(' and ')}`
}
