import {
  ABC_PROVIDER_STATES,
  type AbcProviderStateName,
  type AbcProviderStateParams,
  isAbcProviderState,
} from '../../../contracts/abc-security-monitor/provider-states.ts'
import type { PactProviderState } from '../../../contracts/pact-file.ts'

export type StateValues = Readonly<Record<string, string>>

/** What sets each of the states, by its name. */
export type Setters = {
  readonly [Name in AbcProviderStateName]: (
    params: AbcProviderStateParams<Name>,
  ) => Promise<StateValues> | StateValues
}

/**
 * Sets a state by the setter of its name.
 *
 * @throws Error where there is no such state, or its parameters are not valid
 */
export async function setState(
  setters: Setters,
  { name, params = {} }: PactProviderState,
): Promise<StateValues> {
  if (!isAbcProviderState(name)) throw new Error('there is no such state')
  const setter = setters[name] as (params: unknown) => Promise<StateValues> | StateValues
  return await setter(ABC_PROVIDER_STATES[name].parse(params))
}
