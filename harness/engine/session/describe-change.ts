import type { Given } from '../../../contracts/data-source/credentials.ts'
import { printable } from '../../kit/printable.ts'
import type { ConnectionChange } from '../../kit/session.ts'

const LONGEST_VALUE = 60

/**
 * What a case changed about the connection of a call, in words: two calls alike may differ in nothing else.
 * Undefined where it changed nothing. No value of a password or certificate is in it.
 *
 * @param elsewhere whether the call went to another data source than the session's first.
 */
export function describeChange(
  change: ConnectionChange,
  elsewhere: boolean,
  { caByEnvironment: certificate = 'selfSignedCert' }: Pick<Given, 'caByEnvironment'> = {},
): string | undefined {
  const { connection = {}, without = [], credentials = {} } = change
  const wrong = Object.keys(credentials)
  const words = [
    ...(elsewhere ? ['at another data source'] : []),
    ...without.map((member) => `without ${member === 'selfSignedCert' ? certificate : member}`),
    ...Object.entries(connection).map(([member, value]) =>
      member === 'selfSignedCert'
        ? `with the ${certificate} of another server`
        : `with ${member} ${printable(value, LONGEST_VALUE)}`,
    ),
    ...(wrong.length === 0 ? [] : [`with a wrong ${wrong.join(' and ')}`]),
  ]
  return words.length === 0 ? undefined : words.join(', ')
}
