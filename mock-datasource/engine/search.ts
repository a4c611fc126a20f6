import type { Source } from './source.ts'

/** The states of a search, in the order of its life. The last three are terminal: they never change. */
export const SEARCH_STATUSES = [
  'WAIT',
  'EXECUTE',
  'SORTING',
  'COMPLETED',
  'CANCELED',
  'ERROR',
] as const
export type SearchStatus = (typeof SEARCH_STATUSES)[number]

const TERMINAL: ReadonlySet<SearchStatus> = new Set(['COMPLETED', 'CANCELED', 'ERROR'])

/** Where a search ends up if nobody interferes. */
export interface Ending {
  readonly status: 'COMPLETED' | 'CANCELED' | 'ERROR'
  readonly progress: number
}
export const COMPLETES: Ending = { status: 'COMPLETED', progress: 100 }

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
  status: SearchStatus
  /** 0…100 */
  progress: number
  /** Set by `moveTo`: from then on only `moveTo` moves it. */
  held: boolean
}

/** A move that a search cannot make. */
export class LifeCycleError extends Error {}

export function isTerminal(status: SearchStatus): boolean {
  return TERMINAL.has(status)
}

/** Counts one status call, and steps a search that polls drive. */
export function poll(search: Search, now: number): void {
  search.polls += 1
  if (search.drive.by === 'polls') reach(search, search.polls / (search.drive.polls + 1))
  else follow(search, now)
}

/** Brings a search that a clock drives up to date. */
export function follow(search: Search, now: number): void {
  if (search.drive.by !== 'clock') return
  const { milliseconds } = search.drive
  reach(search, milliseconds === 0 ? 1 : Math.max(0, (now - search.startedAt) / milliseconds))
}

function reach(search: Search, fraction: number): void {
  if (search.held || isTerminal(search.status)) return
  if (fraction >= 1) {
    search.status = search.ending.status
    search.progress = search.ending.progress
    return
  }
  const progress = Math.floor(fraction * search.ending.progress)
  const status = fraction === 0 ? 'WAIT' : fraction <= 0.5 ? 'EXECUTE' : 'SORTING'
  if (rank(status) > rank(search.status)) search.status = status
  if (progress > search.progress) search.progress = progress
}

/**
 * Moves a search by hand; it stays there until it is moved again.
 * Throws a LifeCycleError if the search would go back, or end COMPLETED at less than 100.
 */
export function moveTo(search: Search, to: { status: SearchStatus; progress?: number }): void {
  const progress = to.progress ?? (to.status === 'COMPLETED' ? 100 : search.progress)
  const settled = to.status === search.status && progress === search.progress
  if (isTerminal(search.status) && !settled) {
    throw new LifeCycleError(`the search is ${search.status} already, and that never changes`)
  }
  if (rank(to.status) < rank(search.status)) {
    throw new LifeCycleError(`status cannot go back from ${search.status} to ${to.status}`)
  }
  if (progress < search.progress) {
    throw new LifeCycleError(`progress cannot go down from ${search.progress} to ${progress}`)
  }
  if (to.status === 'COMPLETED' && progress !== 100) {
    throw new LifeCycleError(`a COMPLETED search has progress 100, not ${progress}`)
  }
  Object.assign(search, { status: to.status, progress, held: true })
}

/** All terminal states rank alike, above every other. */
function rank(status: SearchStatus): number {
  return Math.min(SEARCH_STATUSES.indexOf(status), SEARCH_STATUSES.indexOf('COMPLETED'))
}

/** How many rows the search has found so far. */
export function foundBy(search: Search): number {
  return Math.floor((search.total * search.progress) / 100)
}
