import type { Credentials } from '../../drift/credentials.ts'
import { UsageError } from '../../errors.ts'
import type { SideGiven } from './drift-options.ts'

/**
 * Who asks at one side, or undefined where nothing says so. What stands on the command line comes before
 * what stands in a variable, and a token before name and password. No value is ever repeated in a message.
 *
 * @throws UsageError where the options do not fit together.
 */
export function credentialsFromOptions(given: SideGiven): Credentials | undefined {
  const { prefix, username, password, token } = given
  const isNamed = username.isTyped || password.isTyped
  if (token.isTyped && isNamed) {
    throw new UsageError(`both ${prefix}token and a user name or password are given`, {
      hint: 'Either of them says who asks; leave out the other.',
    })
  }
  if (token.value !== undefined && !isNamed) return tokenOf(token.value, prefix)
  if (username.value === undefined && password.value === undefined) return undefined
  if (username.value === undefined || password.value === undefined) {
    const missing = username.value === undefined ? 'username' : 'password'
    throw new UsageError(`${prefix}${missing} is missing`, {
      hint: 'User name and password are given together, as options or as variables (--help).',
    })
  }
  if (username.value.includes(':')) {
    throw new UsageError(`${prefix}username holds a colon, which Basic credentials cannot carry`)
  }
  return { kind: 'basic', username: username.value, password: password.value }
}

function tokenOf(token: string, prefix: string): Credentials {
  if (/^[\x21-\x7e]+$/.test(token)) return { kind: 'token', token }
  throw new UsageError(`${prefix}token cannot be sent in a header`, {
    hint: 'A token is visible ASCII, without spaces and ends of lines.',
  })
}
