import type { Credentials } from '../../../contracts/data-source/credentials.ts'
import type { NamedSecret } from '../../../contracts/data-source/secret.ts'

/** Basic credentials or a token: what a caller shows, and which secrets are in it. */
export const ABC_CREDENTIALS: Credentials = {
  members: {
    username: {
      kind: 'name',
      usual: 'abc_user',
      // Basic credentials end the username at the first colon.
      must: { pattern: '^[^:]*$', words: 'must not contain a colon' },
    },
    password: { kind: 'password', usual: 'abc-pw-' },
    token: {
      kind: 'token',
      usual: 'abc-token-',
      optional: true,
      must: {
        pattern: '^[\\x21-\\x7e]+$',
        words: 'must be visible ASCII, since it travels in a header',
      },
    },
  },
  headers: {
    authorization: { name: 'authorization', encoding: 'base64' },
    'proxy-authorization': { name: 'authorization', encoding: 'base64' },
    'x-auth-token': { name: 'token', encoding: 'plain' },
  },
  derived,
  presented,
}

function derived({ username, password }: Readonly<Record<string, string>>): readonly NamedSecret[] {
  const value = `${username}:${password}`
  const encoded = Buffer.from(value).toString('base64')
  return [
    { name: 'credentials', value },
    { name: 'authorization', value: encoded, encoding: 'base64' },
  ]
}

function presented(headers: Readonly<Record<string, string>>): readonly NamedSecret[] {
  const secrets: NamedSecret[] = []
  const token = headers['x-auth-token']
  if (token) secrets.push({ name: 'token', value: token })
  const credentials = /^\S+\s+(.+)$/.exec((headers['authorization'] ?? '').trim())?.[1]
  if (!credentials) return secrets
  secrets.push({ name: 'authorization', value: credentials, encoding: 'base64' })
  const decoded = Buffer.from(credentials, 'base64').toString()
  const colon = decoded.indexOf(':')
  if (colon >= 0) secrets.push({ name: 'password', value: decoded.slice(colon + 1) })
  return secrets
}
