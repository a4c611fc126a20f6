import type { State } from '../../contracts/data-source/data-source.ts'
import type { Clock } from './clock.ts'

/** What a data source calls the states of its searches. */
export interface LifeCycle {
  /** Those of a search that is under way, in the order in which it has them; there may be none. */
  readonly running: readonly string[]
  /** Those that never change. */
  readonly terminal: readonly string[]
  /** The terminal one of a search that found all its rows. */
  readonly completed: string
}

/** What brings searches on: their states, and the time. */
export interface Living {
  readonly lifeCycle: LifeCycle
  readonly clock: Clock
}

/** The life cycle that states make, which are in the order of a search's life; none where none completes. */
export function lifeCycleOf(states: readonly State[]): LifeCycle | undefined {
  const isRunning = ({ means }: State) => means === 'RUNNING'
  const wordOf = ({ word }: State) => word
  const completed = states.find(({ means }) => means === 'COMPLETED')?.word
  if (completed === undefined) return undefined
  return {
    running: states.filter(isRunning).map(wordOf),
    terminal: states.filter((state) => !isRunning(state)).map(wordOf),
    completed,
  }
}

/** The state of a search that is under way and has come so far: 0 is its very beginning, 1 its end. */
export function runningAt({ running }: LifeCycle, fraction: number): string | undefined {
  const last = running.length - 1
  return running[Math.min(last, Math.ceil(fraction * last))]
}

/** How far a state is in a search's life: all terminal ones rank alike, above every other. */
export function rankOf({ running }: LifeCycle, status: string): number {
  const place = running.indexOf(status)
  return place < 0 ? running.length : place
}
