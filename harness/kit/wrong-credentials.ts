import type { Capabilities } from './capabilities.ts'

const WRONG = 'not-the-password'

/**
 * Credentials that no account has: every secret of those that a connector is given, made wrong. One that is given a
 * token too, because its user passes it one, must not get by with that.
 */
export function wrongCredentials({
  source: { credentials, given },
  passed = {},
}: Pick<Capabilities, 'source' | 'passed'>): Readonly<Record<string, string>> {
  const configuration = JSON.stringify([given.configuration, passed.configuration ?? {}])
  const secrets = Object.entries(credentials.members).filter(
    ([member, { kind }]) => kind !== 'name' && configuration.includes(`{{${member}}}`),
  )
  return Object.fromEntries(secrets.map(([member]) => [member, WRONG]))
}
