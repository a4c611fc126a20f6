import type { Failure } from '../engine/failures/failure.ts'
import { placeholdersLeft, waysToGive } from '../engine/secrets/placeholders.ts'

/** Asks by name for the secrets that a failure was found with and that are not given now; undefined where none is missing. */
export function secretsMissing(failure: Failure): string | undefined {
  const names = placeholdersLeft(failure)
  if (names.length === 0) return undefined
  return `${failure.id} was found with ${names.join(', ')}, which is secret and not kept: give it again, with ${waysToGive(names)}`
}
