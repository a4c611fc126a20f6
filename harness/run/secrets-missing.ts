import type { Failure } from '../engine/failures/failure.ts'
import { placeholdersLeft } from '../engine/secrets/placeholders.ts'

/** Asks by name for the secrets that a failure was found with and that are not given now; undefined where none is missing. */
export function secretsMissing(failure: Failure): string | undefined {
  const names = placeholdersLeft(failure)
  if (names.length === 0) return undefined
  const ways = [...new Set(names.map(wayToGive))]
  return `${failure.id} was found with ${names.join(', ')}, which is secret and not kept: give it again, with ${ways.join(' and ')}`
}

/** The option that gives a secret: by the first of its words, which says where it was given. */
export function wayToGive(name: string): string {
  const [where = '', ...member] = name.split('.')
  return where === 'env' ? `--env ${member.join('.')}=…` : `--${where}`
}
