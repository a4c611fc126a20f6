import type { Scenario } from '../../contracts/scenario.ts'

/** A state in the form of a mock's snapshot, as far as it has to be known here. */
interface StateOfMock {
  readonly settings: object
}

/**
 * The state of a mock as a scenario that anybody can run: without its accounts, and without the session keys that it gave
 * out, so that no secret is in it.
 */
export function scenarioOf(dataSource: string, snapshot: StateOfMock): Scenario {
  const { accounts: _, ...settings } = snapshot.settings as { readonly accounts?: unknown }
  const { sessions: __, ...state } = snapshot as StateOfMock & { readonly sessions?: unknown }
  return { version: 1, data_source: dataSource, state: { ...state, settings } }
}
