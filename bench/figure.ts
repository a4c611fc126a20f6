import { median, spreadOf } from './median.ts'

export type Target = { readonly atLeast: number } | { readonly atMost: number }

/** One line of the table. */
export interface Figure {
  readonly what: string
  readonly measured: string
  /** What it should be, where there is a target. */
  readonly target?: string
  readonly met?: boolean
  /** How far the samples behind it lie from each other, as a share of it; absent where it has but one. */
  readonly spread?: number
}

/** A figure, and what it should be at least or at most, where there is a target. `show` writes both. */
export function aimed(
  what: string,
  measured: number,
  target: Target | undefined,
  show: (value: number) => string,
): Figure {
  if (!target) return { what, measured: show(measured) }
  const isFloor = 'atLeast' in target
  const bound = isFloor ? target.atLeast : target.atMost
  return {
    what,
    measured: show(measured),
    target: `${isFloor ? '>=' : '<='} ${show(bound)}`,
    met: isFloor ? measured >= bound : measured <= bound,
  }
}

/** The same of several samples: their median, and how far they spread. */
export function sampled(
  what: string,
  samples: readonly number[],
  target: Target | undefined,
  show: (value: number) => string,
): Figure {
  return { ...aimed(what, median(samples), target, show), spread: spreadOf(samples) }
}

export const ratio = (value: number) => value.toFixed(2)
export const seconds = (value: number) => `${value.toFixed(1)} s`
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
export const milliseconds = (value: number) => `${value.toPrecision(3)} ms`
export const perSecond = (value: number) => `${Number(value.toPrecision(3))}`
