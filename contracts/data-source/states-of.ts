import type { DataSource } from './data-source.ts'

/** The states of a search by what they mean, each in the data source's own word. */
export interface StatesOf {
  /** Those of a search that is not over, in their order. */
  readonly running: readonly string[]
  /** Absent, as the next two, where the data source has no state of a running search. */
  readonly first?: string
  readonly middle?: string
  readonly last?: string
  /** Absent, as the next two, where no state means it. Of several that do, the first. */
  readonly completed?: string
  readonly canceled?: string
  readonly failed?: string
}

/** The data source's words for the stages of a search. */
export function statesOf({ states }: Pick<DataSource, 'states'>): StatesOf {
  const words = (means: string) =>
    states.filter((state) => state.means === means).map(({ word }) => word)
  const running = words('RUNNING')
  const named = {
    first: running[0],
    middle: running[1] ?? running[0],
    last: running.at(-1),
    completed: words('COMPLETED')[0],
    canceled: words('CANCELED')[0],
    failed: words('ERROR')[0],
  }
  const known = Object.entries(named).filter(([, word]) => word !== undefined)
  return { running, ...Object.fromEntries(known) }
}
