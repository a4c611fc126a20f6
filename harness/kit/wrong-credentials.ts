import type { DataSource } from '../../contracts/data-source/data-source.ts'

const WRONG = 'not-the-password'

/** Credentials that no account has: every secret of those that a connector is given, made wrong. */
export function wrongCredentials({
  credentials,
  given,
}: Pick<DataSource, 'credentials' | 'given'>): Readonly<Record<string, string>> {
  const configuration = JSON.stringify(given.configuration)
  const secrets = Object.entries(credentials.members).filter(
    ([member, { kind }]) => kind !== 'name' && configuration.includes(`{{${member}}}`),
  )
  return Object.fromEntries(secrets.map(([member]) => [member, WRONG]))
}
