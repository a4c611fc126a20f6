import type { Scenario } from '../../contracts/scenario.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'

/** A state in the form of a mock's snapshot, as far as it has to be known here. */
interface StateOfMock {
  readonly settings: object
}

/** How a scenario says which data source it is of: by its name, or by all that its description says. */
export type ScenarioSource = NonNullable<Scenario['data_source']>

/**
 * How a scenario names a data source so that whoever has the scenario needs nothing else: one that is none of the package's by
 * its description. Where code is a part of it there is none, and its name has to do.
 */
export function scenarioSource(
  { name, description, hasHooks }: DataSourceDefinition,
  isBuiltIn: boolean,
): ScenarioSource {
  const isWhole = typeof description === 'object' && description !== null && !hasHooks
  return isBuiltIn || !isWhole ? name : { ...description }
}

/**
 * The state of a mock as a scenario that anybody can run: without its accounts, and without the session keys that it gave
 * out, so that no secret is in it.
 */
export function scenarioOf(dataSource: ScenarioSource, snapshot: StateOfMock): Scenario {
  const { accounts: _, ...settings } = snapshot.settings as { readonly accounts?: unknown }
  const { sessions: __, ...state } = snapshot as StateOfMock & { readonly sessions?: unknown }
  return { version: 1, data_source: dataSource, state: { ...state, settings } }
}
