import type { GivenSecret } from '../../engine/secrets/given-secrets.ts'
import { withoutMade } from '../../engine/secrets/made-secrets.ts'
import { maskerOf } from '../../engine/secrets/masker-of.ts'

/**
 * A JSON value with masks in place of secrets in any text: credentials that were made for a case, and what the user gives.
 */
export function maskSecrets<Value>(value: Value, given: readonly GivenSecret[] = []): Value {
  const masker = maskerOf(given)
  return masked(value, (text) => withoutMade(masker.mask(text).text))
}

function masked<Value>(value: Value, mask: (text: string) => string): Value {
  if (typeof value === 'string') return mask(value) as Value
  if (Array.isArray(value)) return value.map((item) => masked(item, mask)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, masked(member, mask)]),
  ) as Value
}
