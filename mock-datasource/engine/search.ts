import { type LifeCycle, type Living, rankOf, runningAt } from './life-cycle.ts'
import type { Source } from './source.ts'

/** Where a search ends up if nobody interferes: a terminal state. */
export interface Ending {
  readonly status: string
  readonly progress: number
}

/** Of a search that finds all its rows. */
export function completes({ completed }: LifeCycle): Ending {
  return { status: completed, progress: 100 }
}

/**
 * What moves a search. `polls`: that many status calls find it running, the next one finds its ending.
 * `clock`: it ends that many milliseconds after it was made.
 */
export type Drive =
  | { readonly by: 'polls'; readonly polls: number }
  | { readonly by: 'clock'; readonly milliseconds: number }

export interface Search {
  /** Unlike the id never used twice, so that what belonged to a deleted search stays invalid. */
  readonly serial: number
  readonly id: string
  readonly query: string
  /** The rows it reads: those that were there when it was made, whatever the settings say since. */
  readonly source: Source
  /** How many rows the query selects. */
  readonly total: number
  readonly ending: Ending
  readonly drive: Drive
  /** By the clock of the mock, in milliseconds. */
  readonly startedAt: number
  polls: number
  /** As the data source calls it. */
  status: string
  /** 0…100 */
  progress: number
  /** Set by `moveTo`: from then on only `moveTo` moves it. */
  held: boolean
}

/** How a search is when it is made; where no state is one of a search under way, it has its end at once. */
export function born({ running: [first] }: LifeCycle, ending: Ending): Ending {
  return first === undefined ? ending : { status: first, progress: 0 }
}

/** A move that a search cannot make. */
export class LifeCycleError extends Error {
  override readonly name = 'LifeCycleError'
}

export function isTerminal({ terminal }: LifeCycle, status: string): boolean {
  return terminal.includes(status)
}

/** Counts one status call, and steps a search that polls drive. */
export function poll(search: Search, living: Living): void {
  search.polls += 1
  const { drive, polls } = search
  if (drive.by === 'polls') reach(search, living.lifeCycle, polls / (drive.polls + 1))
  else follow(search, living)
}

/** Brings a search that a clock drives up to date. */
export function follow(search: Search, { lifeCycle, clock }: Living): void {
  if (search.drive.by !== 'clock') return
  const { milliseconds } = search.drive
  const past = Math.max(0, clock() - search.startedAt)
  reach(search, lifeCycle, milliseconds === 0 ? 1 : past / milliseconds)
}

function reach(search: Search, lifeCycle: LifeCycle, fraction: number): void {
  if (search.held || isTerminal(lifeCycle, search.status)) return
  if (fraction >= 1) {
    search.status = search.ending.status
    search.progress = search.ending.progress
    return
  }
  const progress = Math.floor(fraction * search.ending.progress)
  const status = runningAt(lifeCycle, fraction) ?? search.status
  if (rankOf(lifeCycle, status) > rankOf(lifeCycle, search.status)) search.status = status
  if (progress > search.progress) search.progress = progress
}

/**
 * Moves a search by hand; it stays there until it is moved again.
 * Throws a LifeCycleError if the search would go back, or end completed at less than 100.
 */
export function moveTo(
  search: Search,
  to: { status: string; progress?: number },
  lifeCycle: LifeCycle,
): void {
  const { completed } = lifeCycle
  const progress = to.progress ?? (to.status === completed ? 100 : search.progress)
  const settled = to.status === search.status && progress === search.progress
  if (isTerminal(lifeCycle, search.status) && !settled) {
    throw new LifeCycleError(`the search is ${search.status} already, and that never changes`)
  }
  if (rankOf(lifeCycle, to.status) < rankOf(lifeCycle, search.status)) {
    throw new LifeCycleError(`status cannot go back from ${search.status} to ${to.status}`)
  }
  if (progress < search.progress) {
    throw new LifeCycleError(`progress cannot go down from ${search.progress} to ${progress}`)
  }
  if (to.status === completed && progress !== 100) {
    throw new LifeCycleError(`a ${completed} search has progress 100, not ${progress}`)
  }
  Object.assign(search, { status: to.status, progress, held: true })
}

/** How many rows the search has found so far. */
export function foundBy(search: Search): number {
  return Math.floor((search.total * search.progress) / 100)
}
