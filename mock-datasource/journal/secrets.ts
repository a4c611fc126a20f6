import type { Account } from '../engine/settings.ts'
import type { SecretSeen } from './journal-entry.ts'

/** Something that must not be readable in the journal. */
export interface Secret {
  readonly name: SecretSeen['name']
  readonly value: string
}

/** A form that a secret can take in a text. */
export interface SecretForm {
  readonly name: Secret['name']
  readonly encoding: SecretSeen['encoding']
  readonly text: string
}

/** Shorter secrets are masked in their own headers only: elsewhere they would be found in every text. */
const SHORTEST_SEARCHED = 4
/** Fewer characters of base64 could be anything. */
const SHORTEST_BASE64 = 8

export function secretsOf(account: Account): Secret[] {
  const { username, password, token } = account
  const secrets: Secret[] = [
    { name: 'password', value: password },
    { name: 'authorization', value: basicCredentials(username, password) },
  ]
  if (token !== undefined) secrets.push({ name: 'token', value: token })
  return secrets
}

export function basicCredentials(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64')
}

/** The secrets that a request itself presents, be they right or wrong. */
export function secretsPresented(headers: Readonly<Record<string, string>>): Secret[] {
  const secrets: Secret[] = []
  const token = headers['x-auth-token']
  if (token) secrets.push({ name: 'token', value: token })
  const credentials = /^\s*\S+\s+(.+?)\s*$/.exec(headers['authorization'] ?? '')?.[1]
  if (!credentials) return secrets
  secrets.push({ name: 'authorization', value: credentials })
  const decoded = Buffer.from(credentials, 'base64').toString()
  const colon = decoded.indexOf(':')
  if (colon >= 0) secrets.push({ name: 'password', value: decoded.slice(colon + 1) })
  return secrets
}

/** All forms that secrets are searched in, the longest first, so that no part of one is left over. */
export function formsOf(secrets: readonly Secret[]): SecretForm[] {
  const forms = secrets.flatMap((secret) =>
    secret.value.length < SHORTEST_SEARCHED ? [] : formsOfOne(secret),
  )
  return forms.sort((a, b) => b.text.length - a.text.length)
}

function formsOfOne({ name, value }: Secret): SecretForm[] {
  // Basic credentials are base64 as they are; what they hold is found by the password's own forms.
  const own = name === 'authorization' ? 'base64' : 'plain'
  const inJson = JSON.stringify(value).slice(1, -1)
  const percent = encodeURIComponent(value.toWellFormed())
  const texts: [SecretSeen['encoding'], string][] = [
    [own, value],
    [own, inJson],
    ['percent', percent],
    ['percent', percent.replaceAll('%20', '+')],
    ['percent', percent.replaceAll(/%../g, (hex) => hex.toLowerCase())],
  ]
  if (name !== 'authorization') {
    for (const text of base64Of(value)) texts.push(['base64', text])
  }
  const seen = new Set<string>()
  return texts
    .filter(([, text]) => !seen.has(text) && seen.add(text))
    .map(([encoding, text]) => ({ name, encoding, text }))
}

/** In base64 a text reads in three ways, by where in the encoded bytes it starts; its outermost characters aside. */
function base64Of(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    const certain = whole.subarray(0, whole.length - (whole.length % 3))
    const standard = certain.toString('base64').slice(shift === 0 ? 0 : shift + 1)
    const urlSafe = standard.replaceAll('+', '-').replaceAll('/', '_')
    return [standard, urlSafe].filter((text) => text.length >= SHORTEST_BASE64)
  })
}
