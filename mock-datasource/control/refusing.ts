import { ControlError } from './control-error.ts'

/** By name: a data source of the user's own may bring a copy of these classes with it. */
const REFUSALS: readonly string[] = [
  ...['QueryError', 'RowsError', 'LifeCycleError'],
  ...['TooManySearchesError', 'TooManyFaultsError'],
]

/** What the engine refuses, as the control plane reports it. */
export function refusing<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    return refused(error)
  }
}

/** Throws what the control plane reports. */
export function refused(error: unknown): never {
  const isRefusal = error instanceof Error && REFUSALS.includes(error.name)
  throw isRefusal ? new ControlError(error.message) : error
}
