import { SecretFinder } from '../kit/secrets.ts'

/** Who asks: by name and password, or by a token. */
export type Credentials =
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'token'; readonly token: string }

/** Shorter secrets would be found in every text, and say nothing where they are. */
const SHORTEST_MASKED = 4

/** The header that carries the credentials. */
export function headersFor(credentials: Credentials): Readonly<Record<string, string>> {
  if (credentials.kind === 'token') return { 'x-auth-token': credentials.token }
  const { username, password } = credentials
  const encoded = Buffer.from(`${username}:${password}`).toString('base64')
  return { authorization: `Basic ${encoded}` }
}

/** Makes a function that masks the secrets of these credentials in a text, in whatever encoding they travel. */
export function maskerFor(all: readonly Credentials[]): (text: string) => string {
  // The longest first: one may be a part of another.
  const secrets = all.flatMap(secretsOf).toSorted((a, b) => b.secret.length - a.secret.length)
  const finders = secrets.map(
    ({ username, secret }) =>
      new SecretFinder([
        { name: 'password', value: secret },
        { name: 'credentials', value: `${username}:${secret}` },
      ]),
  )
  return (text) => finders.reduce((masked, finder) => finder.mask(masked), text)
}

/** Each secret as it is, and as JSON writes it. */
function secretsOf(credentials: Credentials): { username: string; secret: string }[] {
  const isBasic = credentials.kind === 'basic'
  const username = isBasic ? credentials.username : ''
  const secret = isBasic ? credentials.password : credentials.token
  if (secret.length < SHORTEST_MASKED) return []
  const forms = new Set([secret, JSON.stringify(secret).slice(1, -1)])
  return [...forms].map((form) => ({ username, secret: form }))
}
