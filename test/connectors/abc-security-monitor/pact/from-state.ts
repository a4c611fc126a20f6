import { MatchersV3 } from '@pact-foundation/pact'

/**
 * A text of a request in which something stands that a provider's state gives.
 *
 * @param name what the state calls it
 * @param example what stands there for the client
 * @param around what is the same whatever the state gives
 */
export function fromState(name: string, example: string, around = { before: '', behind: '' }) {
  const { before, behind } = around
  return MatchersV3.fromProviderState(
    `${before}\${${name}}${behind}`,
    `${before}${example}${behind}`,
  )
}
